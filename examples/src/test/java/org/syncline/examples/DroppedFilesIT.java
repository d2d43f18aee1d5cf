package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HR drops files into a folder: the connector that the page about files shows keeps a directory in step with them. */
class DroppedFilesIT {
    private static final Pattern SHOWN = Pattern.compile("```xml\n(<connector [^`]*name=\"folder\"[^`]*)```");
    private static final String PEOPLE = "Id,Name,Department\n";
    private static final String CHANGES = "Action,Id,Name,Department\n";

    @TempDir
    private Path temporary;

    private ConfigurationFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = ConfigurationFolder.copy(Path.of("src/test/resources/dropped-files"),
                temporary.resolve("dropped-files"));
        Matcher connector = SHOWN.matcher(Files.readString(Path.of("../connectors/file/drop-folder.md")));
        assertTrue(connector.find());
        folder.write("connectors/hr.xml",
                connector.group(1).replaceFirst("<connector ", "<connector xmlns=\"urn:syncline:1\" "));
        drop("people-1.csv", PEOPLE + "1,Ann,Sales\n2,Bob,Sales\n3,Cem,Stock\n");
    }

    /** As a careful writer does: under another name first. */
    private void drop(String name, String text) {
        folder.write("data/in/" + name + ".part", text);
        try {
            Files.move(folder.file("data/in/" + name + ".part"), folder.file("data/in/" + name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> files(String place) {
        try (Stream<Path> files = Files.list(folder.file("data/in/" + place))) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String accounts() {
        return DirectoryContent.read(folder.file(".syncline/directory.ldif")).ofClass("inetOrgPerson").stream()
                .map(DroppedFilesIT::account)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String account(Entry entry) {
        return entry.getAttributeValue("cn") + "=" + entry.getAttributeValue("sn") + "/"
                + entry.getAttributeValue("departmentNumber");
    }

    @Test
    void filesWithEverythingAndWithChangesAreReadOnceAndPutAway() {
        assertEquals(3, folder.run().endedWith(0).counted("export-add"));
        assertEquals("1=Ann/Sales 2=Bob/Sales 3=Cem/Stock", accounts());
        assertEquals(List.of("00000001-people-1.csv"), files("done"));

        drop("changes-1.csv", CHANGES + "change,1,Anna,Sales\nnew,4,Dee,Stock\nleft,2,,\n");
        drop("leavers-1.csv", "Id\n3\n");
        Command changed = folder.run().endedWith(0);
        assertEquals("success", changed.result("hr", "delta-import"));
        assertEquals("did not run", changed.result("hr", "full-import"));
        assertEquals("1=Anna/Sales 4=Dee/Stock", accounts());
        assertEquals(List.of("00000001-people-1.csv", "00000002-changes-1.csv", "00000003-leavers-1.csv"),
                files("done"));
        assertEquals(List.of(), files(""));
        assertEquals(0, folder.run().endedWith(0).written());

        drop("people-2.csv", PEOPLE + "1,Anna,Board\n4,Dee,Stock\n5,Eve,Sales\n");
        Command replaced = folder.run().endedWith(0);
        assertEquals("full-import-required", replaced.result("hr", "delta-import"));
        assertEquals("success", replaced.result("hr", "full-import"));
        assertEquals("1=Anna/Board 4=Dee/Stock 5=Eve/Sales", accounts());
        assertEquals(0, folder.run().endedWith(0).written());
        assertEquals(List.of(), files("processing"));
    }

    @Test
    void aWrongRowIsReportedAndHoldsNobodyElseUp() throws IOException {
        folder.run().endedWith(0);
        drop("changes-1.csv", CHANGES + "promote,1,Ann,Board\nchange,2,Bobby,Sales\n");
        drop("changes-2.csv", "Id,Name\n3,Carl\n");
        Command run = folder.run();
        assertEquals("completed-discovery-errors", run.result("hr", "delta-import"));
        assertEquals("1=Ann/Sales 2=Bobby/Sales 3=Cem/Stock", accounts());
        assertTrue(Files.readString(folder.file("data/in/failed/00000002-changes-1.csv.errors.txt"))
                .contains("line 2: column 'Action': 'promote' is none of back, change, left, new"));
        assertEquals(List.of("00000002-changes-1.csv.errors.txt", "00000003-changes-2.csv",
                "00000003-changes-2.csv.rejected.txt"), files("failed"));
    }

    @Test
    void whatAStoreForgotIsReadAgain() {
        folder.run().endedWith(0);
        ConfigurationFolder backup = ConfigurationFolder.copy(folder.store(), temporary.resolve("backup"));
        drop("changes-1.csv", CHANGES + "change,1,Anna,Sales\nnew,4,Dee,Stock\n");
        folder.run().endedWith(0);
        folder.forgetStore();
        ConfigurationFolder.copy(backup.path(), folder.store());
        assertEquals("1=Ann/Sales 2=Bob/Sales 3=Cem/Stock", accounts());
        folder.run().endedWith(0);
        assertEquals("1=Anna/Sales 2=Bob/Sales 3=Cem/Stock 4=Dee/Stock", accounts());
    }

    @Test
    void whatIsDroppedWhileTheProgramFollowsIsImportedAtOnce() throws InterruptedException {
        folder.run().endedWith(0);
        try (FollowingProgram program = FollowingProgram.start(new Launcher(Map.of()), folder, "PT1H")) {
            FollowingProgram.await(() -> program.events("listening").size() == 1);
            program.awaitSilence();
            drop("changes-1.csv", CHANGES + "new,4,Dee,Stock\n");
            drop("changes-2.csv", CHANGES + "left,1,,\n");
            FollowingProgram.await(() -> accounts().equals("2=Bob/Sales 3=Cem/Stock 4=Dee/Stock"));
            FollowingProgram.await(() -> files("done").size() == 3);
        }
    }
}
