package org.syncline.platform.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.company.EmployeeFile;

/** A configuration folder made for one measurement, and gone after it. */
final class BenchFolder implements AutoCloseable {
    private static final Map<String, List<String>> FILES = Map.of(
            "", List.of("syncline.xml"),
            "connectors", List.of("hr.xml", "directory.xml"),
            "rules/join", List.of("join-people.xml", "join-departments.xml", "join-accounts.xml", "join-groups.xml"),
            "rules/attribute-flow",
            List.of("flow-people.xml", "flow-departments.xml", "flow-accounts.xml", "flow-groups.xml"),
            "rules/provisioning", List.of("provision-accounts.xml", "provision-groups.xml"));

    private static final int TESTS_OF_A_FILE = 10;

    private final Path folder;

    private BenchFolder(Path folder) {
        this.folder = folder;
    }

    static BenchFolder create(Company company, Target target) throws IOException {
        BenchFolder created = new BenchFolder(Files.createTempDirectory("syncline-bench"));
        for (Map.Entry<String, List<String>> files : FILES.entrySet()) {
            Path place = Files.createDirectories(created.folder.resolve(files.getKey()));
            for (String name : files.getValue()) {
                Files.writeString(place.resolve(name), text(name).replace("<!--settings-->", target.settings()));
            }
        }
        Files.writeString(created.folder.resolve(Target.Embedded.START), containers(target.base()));
        Files.createDirectories(created.employees().getParent());
        created.write(company);
        return created;
    }

    private static String text(String name) throws IOException {
        try (InputStream file = BenchFolder.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String containers(String base) {
        return Stream.of(base, "ou=People," + base, "ou=Groups," + base)
                .map(dn -> "dn: " + dn + "\nobjectClass: organizationalUnit\n")
                .reduce("", (text, entry) -> text + entry + "\n");
    }

    /** Writes the HR file anew. */
    void write(Company company) throws IOException {
        EmployeeFile.tidy(company).write(employees());
    }

    /** Replaces a text in a file. */
    void replace(String file, String text, String replacement) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(text, replacement));
    }

    /** A folder with nothing but this file, in which a text is replaced; gone with this one. */
    Path changed(String file, String text, String replacement) throws IOException {
        Path changed = folder.resolve("changed");
        Path path = changed.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, Files.readString(folder.resolve(file)).replace(text, replacement));
        return changed;
    }

    /** Files of rules and of tests, until there are so many. */
    void addFiles(int files, int tests) throws IOException {
        int testFiles = tests / TESTS_OF_A_FILE;
        int flowFiles = files - testFiles - (int) FILES.values().stream().mapToLong(List::size).sum();
        StringBuilder attributes = new StringBuilder();
        for (int number = 0; number < flowFiles; number++) {
            attributes.append("      <attribute name=\"more").append(number).append("\"/>\n");
            writeFlows(number, "first");
        }
        Path syncline = folder.resolve("syncline.xml");
        Files.writeString(syncline, Files.readString(syncline)
                .replaceFirst("(<object-type name=\"person\">)", "$1\n" + attributes));
        Files.createDirectories(folder.resolve("tests"));
        for (int number = 0; number < testFiles; number++) {
            StringBuilder file = new StringBuilder("<rule-tests xmlns=\"urn:syncline:1\">\n");
            for (int test = 0; test < TESTS_OF_A_FILE; test++) {
                file.append(test(number * TESTS_OF_A_FILE + test));
            }
            Files.writeString(folder.resolve("tests/more" + number + ".xml"), file.append("</rule-tests>\n"));
        }
    }

    /** Writes one of the added files of rules, which is another for another word. */
    void writeFlows(int number, String word) throws IOException {
        Files.writeString(folder.resolve("rules/attribute-flow/more" + number + ".xml"), """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import to="more%d">
                    <when><all><present attribute="EmployeeId"/><none><equals attribute="Status" value="none"/></none></all></when>
                    <value>IIF(Left([EmployeeId], 1) = "E", "%s", "other") &amp; " " &amp; UCase(Trim([EmployeeId]))</value>
                  </import>
                </attribute-flows>
                """.formatted(number, word));
    }

    private static String test(int number) {
        return """
                  <test name="employee %1$d">
                    <given connector="hr" object-type="employee">
                      <value name="EmployeeId">E%1$d</value><value name="GivenName">Ann</value>
                      <value name="FamilyName">Lee</value><value name="Status">active</value>
                    </given>
                    <expect metaverse-type="person"><value name="more1">first E%1$d</value></expect>
                  </test>
                """.formatted(number);
    }

    /** More flows of employees, each computed into an attribute of its own. */
    void addFlows(int flows) throws IOException {
        StringBuilder attributes = new StringBuilder();
        StringBuilder imports = new StringBuilder();
        for (int number = 1; number <= flows; number++) {
            attributes.append("<attribute name=\"more").append(number).append("\"/>");
            imports.append("<import to=\"more").append(number).append("\">UCase(Left([FamilyName], ")
                    .append(number % 5 + 1).append(")) &amp; \"-\" &amp; [CostCentre]</import>");
        }
        replace("syncline.xml", "<attribute name=\"employeeId\"", attributes + "<attribute name=\"employeeId\"");
        replace("rules/attribute-flow/flow-people.xml", "</attribute-flows>", imports + "</attribute-flows>");
    }

    Path folder() {
        return folder;
    }

    Path employees() {
        return folder.resolve("data").resolve("employees.csv");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
