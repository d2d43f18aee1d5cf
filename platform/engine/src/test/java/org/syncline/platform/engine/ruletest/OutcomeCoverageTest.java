package org.syncline.platform.engine.ruletest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.connection.Connectors;

/** What becomes of accounts, tested by rule tests: each part of an outcome is exercised by itself. */
class OutcomeCoverageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String JOINER = employee("active") + "<expect connector=\"directory\" change=\"add\"/>";
    private static final String LEAVER = "<step>" + employee("left") + """
            <expect connector="directory" change="disable"><value name="note">off</value></expect></step>
            """;
    private static final String RETURN = "<step>" + employee("active") + """
            <expect connector="directory" change="update">
              <value name="note">back</value><absent name="mail">ann@x</absent>
            </expect></step>
            """;
    private static final String LATER = """
            <step><clock later="P30D"/><expect connector="directory" change="delete"/></step>
            """;
    private static final String GONE = """
            <step>
              <given connector="hr" object-type="employee" change="deleted"><value name="id">1</value></given>
              <expect connector="directory" change="disable"><value name="note">ended</value></expect>
            </step>
            """;
    private static final String ANEW = "<step>" + employee("moved") + """
            <expect connector="directory" change="delete"/><expect connector="directory" change="add"/></step>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="test" zone="UTC"><metaverse>
                  <object-type name="person">
                    <attribute name="id" indexed="true"/><attribute name="status"/>
                    <ends when="links-gone" connectors="hr"/>
                  </object-type>
                </metaverse></syncline>""");
        write("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="status"/></object-type>
                </connector>""");
        write("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="memory">
                  <settings><setting name="names" value="true"/></settings>
                  <object-type name="account" anchor="guid">
                    <attribute name="guid"/><attribute name="note"/><attribute name="mail"/>
                    <disabled><when>[note] = "off" Or [note] = "ended"</when></disabled>
                  </object-type>
                </connector>""");
        write("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <project name="everybody"/>
                </join-rules>""");
        write("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import from="id" to="id"/><import from="status" to="status"/>
                </attribute-flows>""");
        write("rules/provisioning/directory.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="account" metaverse-type="person">
                  <provision name="staff"><dn>"uid=" &amp; [id]</dn></provision>
                  <reprovision name="moved"><when>[status] = "moved"</when></reprovision>
                  <deprovision name="leavers">
                    <when>[status] = "left" Or [status] = "dead"</when>
                    <disable>
                      <set to="note" value="off"/>
                      <set to="mail"><when>[status] = "dead"</when><value>"none"</value></set>
                    </disable>
                    <delete after="P30D"/>
                    <enable><set to="note" value="back"/></enable>
                  </deprovision>
                  <when-identity-ends><disable><set to="note" value="ended"/></disable><delete after="P30D"/></when-identity-ends>
                </provisioning-rules>""");
    }

    private static String employee(String status) {
        return """
                <given connector="hr" object-type="employee">
                  <value name="id">1</value><value name="status">%s</value>
                </given>
                """.formatted(status);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    /** What a test that passes leaves unexercised of the rules of accounts. */
    private List<String> notExercised(String... steps) throws IOException {
        write("tests/all.xml", "<rule-tests xmlns=\"urn:syncline:1\"><test name=\"only\">" + String.join("", steps)
                + "</test></rule-tests>");
        Ruleset ruleset =
                assertInstanceOf(ReadResult.Ready.class, new RulesetReader(Map.of()).read(folder)).ruleset();
        TestReport report = new RuleTesting(ruleset, new Connectors(folder, name -> Optional.empty(), CLOCK), CLOCK, 1)
                .run(test -> true, result -> {});
        assertEquals(List.of(), report.results().getFirst().failures());
        return report.coverage().notExercised().stream()
                .filter(rule -> rule.location().file().equals("rules/provisioning/directory.xml"))
                .map(rule -> rule.kind() + " " + rule.name() + " :" + rule.location().line())
                .toList();
    }

    @Test
    void countsEachStageAndWhatUndoesIt() throws IOException {
        assertEquals(
                List.of("reprovision moved :3", "disable leavers :6", "set leavers: mail :8", "delete leavers :10",
                        "enable leavers :11", "disable when-identity-ends :13", "delete when-identity-ends :13"),
                notExercised(JOINER));
        assertEquals(
                List.of("reprovision moved :3", "set leavers: mail :8", "delete leavers :10", "enable leavers :11",
                        "disable when-identity-ends :13", "delete when-identity-ends :13"),
                notExercised(JOINER, LEAVER));
        assertEquals(
                List.of("reprovision moved :3", "set leavers: mail :8", "delete leavers :10",
                        "disable when-identity-ends :13", "delete when-identity-ends :13"),
                notExercised(JOINER, LEAVER, RETURN));
        assertEquals(
                List.of("reprovision moved :3", "set leavers: mail :8", "enable leavers :11",
                        "disable when-identity-ends :13", "delete when-identity-ends :13"),
                notExercised(JOINER, LEAVER, LATER));
    }

    @Test
    void countsAValueThatIsSetUnderAConditionOfItsOwn() throws IOException {
        assertEquals(
                List.of("reprovision moved :3", "delete leavers :10", "enable leavers :11",
                        "disable when-identity-ends :13", "delete when-identity-ends :13"),
                notExercised(JOINER, LEAVER.replace("left", "dead").replace("</expect>",
                        "<value name=\"mail\">none</value></expect>")));
    }

    @Test
    void countsEachStageOfTheEndOfAnIdentity() throws IOException {
        assertEquals(
                List.of("reprovision moved :3", "disable leavers :6", "set leavers: mail :8", "delete leavers :10",
                        "enable leavers :11", "delete when-identity-ends :13"),
                notExercised(JOINER, GONE));
        assertEquals(
                List.of("reprovision moved :3", "disable leavers :6", "set leavers: mail :8", "delete leavers :10",
                        "enable leavers :11"),
                notExercised(JOINER, GONE, LATER));
    }

    @Test
    void anAccountIsDeletedAndMadeAnew() throws IOException {
        assertEquals(
                List.of("disable leavers :6", "set leavers: mail :8", "delete leavers :10", "enable leavers :11",
                        "disable when-identity-ends :13", "delete when-identity-ends :13"),
                notExercised(JOINER, ANEW));
    }
}
