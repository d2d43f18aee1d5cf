package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Departments within departments, as organizational units with people in them, through their whole life. */
class DepartmentsIT {
    @TempDir
    private Path temporary;

    private ConfigurationFolder folder;
    private final List<String> rows = new ArrayList<>();

    @BeforeEach
    void copy() {
        folder = ConfigurationFolder.copy(Path.of("src/test/resources/departments"), temporary.resolve("departments"));
    }

    @Test
    void liveAndGoInTheEmbeddedDirectory() {
        live(folder::run, () -> DirectoryContent.read(folder.file(".syncline/directory.ldif")).entries().values()
                .stream());
    }

    @Test
    @Tag("slapd")
    void liveAndGoOnOpenLdap() {
        try (ServedDirectory directory = ServedDirectory.start()) {
            directory.replaceEmbeddedOf(folder);
            Supplier<Command> run = () -> directory.launcher().run("run", folder.path().toString(), "--json");
            live(run, () -> Stream.concat(directory.people().stream(), directory.units().stream()));
        }
    }

    private void live(Supplier<Command> run, Supplier<Stream<? extends Entry>> entries) {
        employ("Ann", "nordics", "Bob", "sales", "Eve", "office");
        department("nordics", "ou=Nordics,ou=Europe,ou=Sales");
        department("europe", "ou=Europe,ou=Sales");
        department("sales", "ou=Sales");
        department("office", "ou=Office,ou=Board");
        department("board", "ou=Board");
        assertEquals(8, cycle(run).counted("export-add"));
        assertEquals("cn=Ann,ou=Nordics,ou=Europe,ou=Sales cn=Bob,ou=Sales cn=Eve,ou=Office,ou=Board ou=Board"
                + " ou=Europe,ou=Sales ou=Nordics,ou=Europe,ou=Sales ou=Office,ou=Board ou=Sales", tree(entries));
        assertEquals(0, cycle(run).written());

        rows.clear();
        employ("Ann", "team", "Bob", "team", "Eve", "office");
        department("team", "ou=Team,ou=Customers");
        department("customers", "ou=Customers");
        department("office", "ou=Office,ou=Board");
        department("board", "ou=Board");
        Command dissolved = cycle(run);
        assertEquals(List.of(2L, 2L, 3L), List.of(dissolved.counted("export-add"), dissolved.counted("export-rename"),
                dissolved.counted("export-delete")));
        assertEquals("cn=Ann,ou=Team,ou=Customers cn=Bob,ou=Team,ou=Customers cn=Eve,ou=Office,ou=Board ou=Board"
                + " ou=Customers ou=Office,ou=Board ou=Team,ou=Customers", tree(entries));
        assertEquals(0, cycle(run).written());

        rows.clear();
        employ("Eve", "office", "Zoe", "office");
        department("office", "ou=Bureau,ou=Directors");
        department("board", "ou=Directors");
        cycle(run);
        assertEquals("cn=Eve,ou=Bureau,ou=Directors cn=Zoe,ou=Bureau,ou=Directors ou=Bureau,ou=Directors ou=Directors",
                tree(entries));
        assertEquals(0, cycle(run).written());

        rows.clear();
        assertEquals(4, cycle(run).counted("export-delete"));
        assertEquals("", tree(entries));
    }

    private void employ(String... people) {
        for (int at = 0; at < people.length; at += 2) {
            rows.add("employee," + people[at] + "," + people[at] + "," + people[at + 1]);
        }
    }

    private void department(String id, String place) {
        rows.add("department," + id + ",\"" + place + "\",");
    }

    private Command cycle(Supplier<Command> run) {
        folder.write("data/hr.csv", "Kind,Id,Name,Department\n" + String.join("\n", rows) + "\n");
        return run.get().endedWith(0);
    }

    private static String tree(Supplier<Stream<? extends Entry>> entries) {
        return entries.get()
                .map(Entry::getDN)
                .filter(dn -> !dn.matches("dc=.*|ou=(people|groups),dc=.*"))
                .map(dn -> dn.replace(",dc=example,dc=test", ""))
                .sorted()
                .reduce((left, right) -> left + " " + right)
                .orElse("");
    }
}
