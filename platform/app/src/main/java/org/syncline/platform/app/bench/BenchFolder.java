package org.syncline.platform.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.company.EmployeeFile;

/** A configuration folder made for one measurement, and gone after it. */
final class BenchFolder implements AutoCloseable {
    private static final Map<String, List<String>> FILES = Map.of(
            ".", List.of("syncline.xml"),
            "connectors", List.of("hr.xml", "directory.xml"),
            "rules/join", List.of("join-people.xml", "join-departments.xml", "join-accounts.xml", "join-groups.xml"),
            "rules/attribute-flow",
            List.of("flow-people.xml", "flow-departments.xml", "flow-accounts.xml", "flow-groups.xml"),
            "rules/provisioning", List.of("provision-accounts.xml", "provision-groups.xml"));

    private final Path folder;

    private BenchFolder(Path folder) {
        this.folder = folder;
    }

    static BenchFolder create(Company company, Target target) throws IOException {
        Map<String, String> texts = new HashMap<>(Map.of(Target.Embedded.START, containers(target.base())));
        for (Map.Entry<String, List<String>> files : FILES.entrySet()) {
            for (String name : files.getValue()) {
                texts.put(files.getKey() + "/" + name, text(name).replace("<!--settings-->", target.settings()));
            }
        }
        BenchFolder created = of(texts);
        created.write(company);
        return created;
    }

    /** A folder that is there already, and will be gone. */
    static BenchFolder at(Path folder) {
        return new BenchFolder(folder);
    }

    /** @param texts by the names of their files */
    static BenchFolder of(Map<String, String> texts) throws IOException {
        BenchFolder created = new BenchFolder(Files.createTempDirectory("syncline-bench"));
        Files.createDirectories(created.employees().getParent());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = created.folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
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

    /** Lets it be as if nothing had ever run. */
    void forget() throws IOException {
        delete(folder.resolve(".syncline"));
    }

    /** A folder with nothing but this file, in which a text is replaced; gone with this one. */
    Path changed(String file, String text, String replacement) throws IOException {
        Path changed = folder.resolve("changed");
        Path path = changed.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, Files.readString(folder.resolve(file)).replace(text, replacement));
        return changed;
    }

    /** How many XML files are in it. */
    static int files() {
        return FILES.values().stream().mapToInt(List::size).sum();
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
        delete(folder);
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
