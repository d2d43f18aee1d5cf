package org.syncline.platform.engine.ruletest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.connection.Connectors;

/** Which tests are run again when a file was saved: people with accounts, and rooms with which they have nothing in common. */
class RuleTestCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String ANN = """
              <test name="a person">%s
                <given connector="hr" object-type="employee"><value name="id">1</value><value name="name">Ann</value></given>
                <expect metaverse-type="person"><value name="name">Ann</value></expect>
              </test>
            """;
    private static final String ROOM = """
              <test name="a room">
                <given connector="building" object-type="room"><value name="id">A1</value></given>
                <expect metaverse-type="place"><value name="id">A1</value></expect>
              </test>
            """;

    private final RulesetReader reader = new RulesetReader(Map.of());
    private RuleTestCheck check;

    @TempDir
    Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        check = new RuleTestCheck(folder, CLOCK, 2);
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="test" zone="UTC"><metaverse>
                  <object-type name="person"><attribute name="id" indexed="true"/><attribute name="name"/></object-type>
                  <object-type name="place"><attribute name="id" indexed="true"/><attribute name="name"/></object-type>
                </metaverse></syncline>""");
        write("connectors/hr.xml", connector("hr", "employee", "read-only"));
        write("connectors/building.xml", connector("building", "room", "read-only"));
        write("connectors/directory.xml", connector("directory", "account", "read-write"));
        write("rules/join/hr.xml", joins("hr", "employee", "person"));
        write("rules/join/building.xml", joins("building", "room", "place"));
        write("rules/attribute-flow/hr.xml", flows("hr", "employee", "person", "<import from=\"id\" to=\"id\"/>"
                + "<import from=\"name\" to=\"name\"/>"));
        write("rules/attribute-flow/building.xml",
                flows("building", "room", "place", "<import from=\"id\" to=\"id\"/>"));
        write("rules/attribute-flow/directory.xml",
                flows("directory", "account", "person", "<export from=\"name\" to=\"name\"/>"));
        write("rules/provisioning/directory.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="account" metaverse-type="person">
                  <provision name="everybody"><initial to="id">[id]</initial></provision>
                </provisioning-rules>""");
        write("tests/people.xml", tests(ANN.formatted("")));
        write("tests/rooms.xml", tests(ROOM));
    }

    private static String connector(String name, String type, String mode) {
        return """
                <connector xmlns="urn:syncline:1" name="%s" type="memory"%s>
                  <object-type name="%s" anchor="id"><attribute name="id"/><attribute name="name"/></object-type>
                </connector>""".formatted(name, mode.equals("read-only") ? " mode=\"read-only\"" : "", type);
    }

    private static String joins(String connector, String type, String identity) {
        return """
                <join-rules xmlns="urn:syncline:1" connector="%s" object-type="%s" metaverse-type="%s">
                  <join name="by id"><match attribute="id" with="id"/></join><project name="all"/>
                </join-rules>""".formatted(connector, type, identity);
    }

    private static String flows(String connector, String type, String identity, String flows) {
        return "<attribute-flows xmlns=\"urn:syncline:1\" connector=\"%s\" object-type=\"%s\" metaverse-type=\"%s\">%s</attribute-flows>"
                .formatted(connector, type, identity, flows);
    }

    private static String tests(String... tests) {
        return "<rule-tests xmlns=\"urn:syncline:1\">" + String.join("", tests) + "</rule-tests>";
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private void replace(String file, String text, String replacement) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertTrue(before.contains(text), before);
        write(file, before.replace(text, replacement));
    }

    private Ruleset read() {
        return switch (reader.read(folder)) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    /** The tests that are run of the folder as it is now. */
    private List<String> run() {
        return check.run(read()).results().stream().map(result -> result.test().name()).toList();
    }

    @Test
    void onlyTestsAreRunAgainToWhichAChangedFileCanMatter() throws IOException {
        assertEquals(List.of("a person", "a room"), run());
        assertEquals(List.of(), run());
        replace("rules/attribute-flow/building.xml", "</attribute-flows>",
                "<import from=\"name\" to=\"name\"/></attribute-flows>");
        assertEquals(List.of("a room"), run());
        replace("rules/attribute-flow/hr.xml", "from=\"name\"", "from=\"id\"");
        replace("rules/attribute-flow/hr.xml", "from=\"id\" to=\"name\"", "from=\"name\" to=\"name\"");
        assertEquals(List.of(), run());
        replace("syncline.xml", "name=\"test\"", "name=\"tested\"");
        assertEquals(List.of("a person", "a room"), run());
    }

    @Test
    void theRulesOfAccountsMatterToWhoeverMayGetOne() throws IOException {
        run();
        replace("rules/attribute-flow/directory.xml", "from=\"name\"", "from=\"id\"");
        assertEquals(List.of("a person"), run());
        replace("connectors/directory.xml", "<attribute name=\"name\"/>",
                "<attribute name=\"name\"/><attribute name=\"more\"/>");
        assertEquals(List.of("a person"), run());
        write("rules/provisioning/rooms.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="account" metaverse-type="place">
                  <provision name="rooms"><initial to="id">[id]</initial></provision>
                </provisioning-rules>""");
        assertEquals(List.of("a person", "a room"), run(), "both may have an account of one kind now");
    }

    @Test
    void aChangedTestIsRunAgain() throws IOException {
        run();
        replace("tests/rooms.xml", "A1", "A2");
        assertEquals(List.of("a room"), run());
    }

    @Test
    void aTestThatFailedIsRunUntilItPasses() throws IOException {
        run();
        replace("rules/attribute-flow/hr.xml", "from=\"name\"", "from=\"id\"");
        Ruleset wrong = read();
        for (int time = 0; time < 2; time++) {
            List<Problem> problems = check.problems(wrong);
            assertEquals(List.of("tests/people.xml"), problems.stream().map(Problem::file).toList());
        }
        replace("rules/attribute-flow/hr.xml", "from=\"id\" to=\"name\"", "from=\"name\" to=\"name\"");
        assertEquals(List.of("a person"), run());
        assertEquals(List.of(), run());
    }

    @Test
    void aTestOfRulesThatReadTheTimeIsRunAgainUnlessItSaysTheTime() throws IOException {
        replace("rules/attribute-flow/hr.xml", "<import from=\"name\" to=\"name\"/>",
                "<import to=\"name\">IIF(CDate(\"2030-01-01\") &gt; Now(), [name], \"late\")</import>");
        write("tests/people.xml", tests(ANN.formatted("")));
        write("tests/later.xml", tests(ANN.formatted("<clock now=\"2026-06-01T08:00:00Z\"/>")));
        assertEquals(3, run().size());
        assertEquals(List.of("a person", "a room"), run());
    }

    @Test
    void connectorsThatShareASystemHaveAllTestsRun() throws IOException {
        replace("connectors/building.xml", "<object-type",
                "<settings><setting name=\"system\" value=\"hr\"/></settings><object-type");
        run();
        replace("rules/attribute-flow/building.xml", "</attribute-flows>",
                "<import from=\"name\" to=\"name\"/></attribute-flows>");
        assertEquals(List.of("a person", "a room"), run());
    }

    @Test
    void manyAtOnceComeToTheSameEndInTheSameOrder() throws IOException {
        List<String> many = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String test = number % 2 == 0 ? ANN.formatted("") : ROOM;
            many.add(test.replace("name=\"a ", "name=\"" + number + " a ")
                    .replace("<value name=\"name\">Ann</value></expect>",
                            "<value name=\"name\">" + (number % 3 == 0 ? "Bob" : "Ann") + "</value></expect>"));
        }
        many.add(ROOM.replace("<test ", "<test enabled=\"false\" "));
        write("tests/many.xml", tests(many.toArray(String[]::new)));
        Ruleset ruleset = read();
        TestReport alone = report(ruleset, 1);
        assertEquals(List.of(63L, 10L, 1L), List.of((long) alone.results().size(), alone.failed(), alone.skipped()));
        assertEquals(alone, report(ruleset, 8));
    }

    private TestReport report(Ruleset ruleset, int threads) {
        List<TestResult> told = new ArrayList<>();
        TestReport report = new RuleTesting(
                ruleset, new Connectors(folder, name -> Optional.empty(), CLOCK), CLOCK, threads)
                .run(test -> true, told::add);
        assertEquals(report.results(), told);
        return report;
    }
}
