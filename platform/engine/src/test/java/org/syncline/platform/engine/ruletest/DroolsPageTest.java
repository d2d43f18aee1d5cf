package org.syncline.platform.engine.ruletest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.connection.Connectors;

/** What DROOLS.md shows does what it says there: its files and its tests make one folder. */
class DroolsPageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC);
    private static final Pattern EXAMPLE =
            Pattern.compile("```(drl|csv|xml)\n(?:(?://|#) (\\S+)\n)?(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What the page does not show. */
    private void writeTheRest() throws IOException {
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="test" zone="UTC"><metaverse>
                  <object-type name="person">
                    <attribute name="id" indexed="true"/><attribute name="title"/><attribute name="mail" indexed="true"/>
                    <attribute name="status"/><attribute name="licence"/><attribute name="contact"/>
                    <attribute name="aliases" multi-valued="true"/>
                  </object-type>
                </metaverse></syncline>""");
        write("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <object-type name="employee" anchor="Key">
                    <attribute name="Key"/><attribute name="Title"/><attribute name="Mail"/><attribute name="Status"/>
                    <attribute name="Addresses" multi-valued="true"/>
                  </object-type>
                </connector>""");
        write("connectors/crm.xml", """
                <connector xmlns="urn:syncline:1" name="crm" type="memory" mode="read-only">
                  <object-type name="contact" anchor="Number"><attribute name="Number"/><attribute name="Mail"/></object-type>
                </connector>""");
        write("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="memory">
                  <settings><setting name="names" value="true"/><setting name="names-hold-values" value="true"/></settings>
                  <object-type name="account" anchor="guid">
                    <attribute name="guid"/><attribute name="uid"/><attribute name="licence"/><attribute name="note"/>
                    <attribute name="password"/>
                  </object-type>
                </connector>""");
        write("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by id"><match attribute="Key" with="id"/></join>
                  <project name="new people"/>
                </join-rules>""");
        write("rules/join/crm.xml", """
                <join-rules xmlns="urn:syncline:1" connector="crm" object-type="contact" metaverse-type="person">
                  <join name="by mail" on-ambiguous="resolve"><match attribute="Mail" with="mail"/></join>
                </join-rules>""");
        write("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import from="Key" to="id"/><import from="Title" to="title"/><import from="Mail" to="mail"/>
                  <import from="Status" to="status"/><import to="licence" value="E1" precedence="100"/>
                </attribute-flows>""");
        write("rules/attribute-flow/crm.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="crm" object-type="contact" metaverse-type="person">
                  <import from="Number" to="contact"/>
                </attribute-flows>""");
    }

    private Ruleset ruleset() throws IOException {
        writeTheRest();
        StringBuilder tests = new StringBuilder("<rule-tests xmlns=\"urn:syncline:1\">\n");
        List<MatchResult> examples =
                EXAMPLE.matcher(Files.readString(Path.of("../../dsl/DROOLS.md"))).results().toList();
        for (MatchResult example : examples) {
            if (example.group(2) == null) {
                tests.append(example.group(3));
            } else {
                write(example.group(2), example.group(3));
            }
        }
        write("tests/page.xml", tests.append("</rule-tests>").toString());
        ReadResult read = new RulesetReader(Map.of()).read(folder);
        return assertInstanceOf(ReadResult.Ready.class, read, read::toString).ruleset();
    }

    @Test
    void examplesDoWhatIsSaidOfThem() throws IOException {
        Ruleset ruleset = ruleset();
        List<String> results = new ArrayList<>();
        new RuleTesting(ruleset, new Connectors(folder, name -> Optional.empty(), CLOCK), CLOCK, 4)
                .run(test -> true, result -> results.add(result.test().name() + ": " + result.failures()));
        assertEquals(ruleset.tests().stream().map(test -> test.name() + ": []").toList(), results);
        assertEquals(5, results.size());
    }
}
