package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be parsed or compiled when files of a folder were saved: those, and no others. */
class RenewedFilesTest {
    private static final String SYNCLINE =
            "<syncline xmlns='urn:syncline:1' name='%s'><metaverse><object-type name='person'>"
                    + "<attribute name='name'/><attribute name='mail'/><attribute name='note'/>%s</object-type></metaverse></syncline>";
    private static final String FLOWS = "<attribute-flows xmlns='urn:syncline:1' connector='hr' object-type='employee'"
            + " metaverse-type='person'><import from='%s' to='name'/></attribute-flows>";
    private static final String DROOLS = "rule r when $flow : ImportFlow( connector == \"hr\" )"
            + " then $flow.contribute(\"note\", \"%s\", %d); end";
    private static final String SCRIPT =
            "importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->"
                    + " contribute 'mail', '%s', %d }";

    private final RulesetReader reader = new RulesetReader(Map.of());

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheFolder() throws IOException {
        write(folder, "syncline.xml", SYNCLINE.formatted("first", ""));
        write(folder, "connectors/hr.xml",
                "<connector xmlns='urn:syncline:1' name='hr' type='memory' mode='read-only'>"
                        + "<object-type name='employee' anchor='id'><attribute name='id'/><attribute name='mail'/></object-type>"
                        + "</connector>");
        write(folder, "rules/attribute-flow/hr.xml", FLOWS.formatted("id"));
        for (int number = 1; number <= 3; number++) {
            write(folder, "rules/attribute-flow/d" + number + ".drl", DROOLS.formatted("first", number));
            write(folder, "rules/attribute-flow/g" + number + ".groovy", SCRIPT.formatted("first", number));
        }
        assertEquals(9, renewed().size());
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void save(String name, String text) throws IOException {
        write(folder, name, text);
    }

    private List<String> renewed() {
        ReadResult read = reader.read(folder);
        return List.copyOf(
                new TreeSet<>(assertInstanceOf(ReadResult.Ready.class, read, read::toString).renewed()));
    }

    @Test
    void nothingIfNothingChanged() {
        assertEquals(List.of(), renewed());
    }

    @Test
    void theOneFileThatWasSaved() throws IOException {
        save("rules/attribute-flow/hr.xml", FLOWS.formatted("mail"));
        assertEquals(List.of("rules/attribute-flow/hr.xml"), renewed());
        save("rules/attribute-flow/d2.drl", DROOLS.formatted("second", 2));
        assertEquals(List.of("rules/attribute-flow/d2.drl"), renewed());
        save("rules/attribute-flow/g3.groovy", SCRIPT.formatted("second", 3));
        assertEquals(List.of("rules/attribute-flow/g3.groovy"), renewed());
    }

    @Test
    void theScriptsTooIfTheTypesThatTheyReadAreOthers() throws IOException {
        save("syncline.xml", SYNCLINE.formatted("second", ""));
        assertEquals(List.of("syncline.xml"), renewed());
        save("syncline.xml", SYNCLINE.formatted("second", "<attribute name='more'/>"));
        assertEquals(
                List.of("rules/attribute-flow/g1.groovy", "rules/attribute-flow/g2.groovy",
                        "rules/attribute-flow/g3.groovy", "syncline.xml"),
                renewed());
    }

    @Test
    void theOneThatWasBrokenWhenItIsMended() throws IOException {
        save("rules/attribute-flow/hr.xml", FLOWS.formatted("nothing"));
        save("rules/attribute-flow/d1.drl", "rule");
        save("rules/attribute-flow/g1.groovy", "importFlow(");
        assertEquals(3, assertInstanceOf(ReadResult.Refused.class, reader.read(folder)).problems().size());
        save("rules/attribute-flow/hr.xml", FLOWS.formatted("mail"));
        save("rules/attribute-flow/d1.drl", DROOLS.formatted("second", 1));
        save("rules/attribute-flow/g1.groovy", SCRIPT.formatted("second", 1));
        assertEquals(
                List.of("rules/attribute-flow/d1.drl", "rules/attribute-flow/g1.groovy", "rules/attribute-flow/hr.xml"),
                renewed());
    }

    @Test
    void noOtherBecauseAFolderWasReadAside(@TempDir Path other) throws IOException {
        write(other, "syncline.xml", SYNCLINE.formatted("other", ""));
        assertInstanceOf(ReadResult.Ready.class, reader.aside().read(other));
        save("rules/attribute-flow/hr.xml", FLOWS.formatted("mail"));
        assertEquals(List.of("rules/attribute-flow/hr.xml"), renewed());
    }
}
