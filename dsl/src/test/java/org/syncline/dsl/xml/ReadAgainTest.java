package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.Ruleset;

/** What is read again is what a reader would read that has never seen the folder. */
class ReadAgainTest {
    private static final RulesetReader READER = new RulesetReader(Map.of());
    private static final RulesetReader OTHER = new RulesetReader(Map.of());
    private static final String FLOWS = "rules/attribute-flow/hr.xml";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheFolder() throws IOException {
        write("syncline.xml", "<syncline xmlns='urn:syncline:1' name='again'><metaverse><object-type name='person'>"
                + "<attribute name='name'/><attribute name='mail'/></object-type></metaverse></syncline>");
        write("connectors/hr.xml", "<connector xmlns='urn:syncline:1' name='hr' type='memory' mode='read-only'>"
                + "<object-type name='employee' anchor='id'><attribute name='id'/><attribute name='mail'/></object-type>"
                + "</connector>");
        write(FLOWS, flows("<import from='id' to='name'/>"));
        assertReadAlike();
    }

    private static String flows(String flows) {
        return "<attribute-flows xmlns='urn:syncline:1' connector='hr' object-type='employee' metaverse-type='person'>"
                + flows + "</attribute-flows>";
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void assertReadAlike() {
        String again = told(READER.read(folder));
        assertEquals(told(OTHER.read(folder)), again);
        assertEquals(told(new RulesetReader(Map.of()).read(folder)), again);
    }

    private static String told(ReadResult result) {
        return switch (result) {
            case ReadResult.Refused refused -> refused.problems().toString();
            case ReadResult.Ready ready -> told(ready.ruleset()) + ready.warnings();
        };
    }

    private static String told(Ruleset ruleset) {
        return ruleset.contentHash() + ruleset.files() + ruleset.metaverse() + ruleset.connectors().keySet()
                + ruleset.attributeFlows().stream().map(flows -> flows.location() + " " + flows.imports().size())
                        .toList();
    }

    @Test
    void theSameFolderIsReadAlike() {
        assertReadAlike();
    }

    @Test
    void aChangedFileIsReadAsItIsNow() throws IOException {
        write(FLOWS, flows("<import from='id' to='name'/><import from='mail' to='mail'/>"));
        assertReadAlike();
    }

    @Test
    void anUnchangedFileIsCheckedAgainstWhatOthersSayNow() throws IOException {
        write("syncline.xml", "<syncline xmlns='urn:syncline:1' name='again'><metaverse><object-type name='person'>"
                + "<attribute name='title'/></object-type></metaverse></syncline>");
        assertReadAlike();
    }

    @Test
    void aBrokenFileIsBrokenEachTime() throws IOException {
        for (String broken : new String[]{flows("<imort from='id' to='name'/>"), flows("<import"), ""}) {
            write(FLOWS, broken);
            assertReadAlike();
            assertReadAlike();
        }
        write(FLOWS, flows("<import from='id' to='name'/>"));
        assertReadAlike();
    }

    @Test
    void aFileThatIncludesIsReadAlike() throws IOException {
        write("rules/join/hr.xml", "<join-rules xmlns='urn:syncline:1' connector='hr' object-type='employee'"
                + " metaverse-type='person'><include library='join/by-employee-id'/></join-rules>");
        assertReadAlike();
        assertReadAlike();
    }
}
