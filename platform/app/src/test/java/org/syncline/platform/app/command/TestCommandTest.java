package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Diff;
import org.xmlunit.validation.Languages;
import org.xmlunit.validation.ValidationResult;
import org.xmlunit.validation.Validator;

class TestCommandTest {
    private static final String GIVEN = """
            <given connector="hr" object-type="employee">
              <value name="id">1</value><value name="name">Ann &lt;&amp;&gt;</value>
            </given>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="small" zone="UTC"><metaverse><object-type name="person">
                  <attribute name="id" indexed="true"/><attribute name="name"/><ends when="never"/>
                </object-type></metaverse></syncline>""");
        write("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="delimited-text" mode="read-only">
                  <settings><setting name="file" value="data/there-is-none.csv"/></settings>
                  <object-type name="employee" anchor="id"><attribute name="id"/><attribute name="name"/></object-type>
                </connector>""");
        write("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="ldap">
                  <settings>
                    <setting name="server" value="ldap://nowhere.invalid"/><setting name="base" value="dc=x"/>
                    <setting name="bind-dn" value="cn=sync,dc=x"/><setting name="password" secret="nobody-has-it"/>
                  </settings>
                  <object-type name="person" anchor="entryUUID"><attribute name="cn"/><attribute name="uid"/></object-type>
                </connector>""");
        write("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by id"><match attribute="id" with="id"/></join>
                  <project name="everybody"/>
                </join-rules>""");
        write("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import from="id" to="id"/>
                  <import from="name" to="name"/>
                </attribute-flows>""");
        write("rules/attribute-flow/directory.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="directory" object-type="person" metaverse-type="person">
                  <export from="name" to="cn"/>
                </attribute-flows>""");
        write("rules/provisioning/directory.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="person" metaverse-type="person">
                  <provision name="everybody"><dn>"uid=" &amp; [id] &amp; ",dc=x"</dn></provision>
                </provisioning-rules>""");
        write("tests/good.xml", """
                <rule-tests xmlns="urn:syncline:1">
                  <test name="an account is made">
                    %s
                    <expect connector="directory" change="add" dn="uid=1,dc=x"><value name="cn">Ann &lt;&amp;&gt;</value></expect>
                  </test>
                  <test name="not yet" enabled="false"><expect-nothing/></test>
                </rule-tests>""".formatted(GIVEN));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private void writeFailingTest() throws IOException {
        write("tests/bad.xml", """
                <rule-tests xmlns="urn:syncline:1">
                  <test name="a wrong name">
                    %s
                    <expect connector="directory"><value name="cn">Bob</value></expect>
                    <step name="later"><expect-nothing/></step>
                  </test>
                </rule-tests>""".formatted(GIVEN.strip()));
    }

    @Test
    void everythingPasses() {
        assertEquals(
                new Terminal(ExitCode.CLEAN, """
                        tests/good.xml
                          ok    an account is made
                          skip  not yet

                        2 tests: 1 passed, 0 failed, 1 skipped.
                        5 of 6 rules exercised; no test exercises:
                          join  by id  rules/join/hr.xml:2:3
                        """, ""),
                Terminal.run("test", folder.toString()));
        assertFalse(Files.exists(folder.resolve(".syncline")), "no store is needed");
    }

    @Test
    void aFailureIsReadable() throws IOException {
        writeFailingTest();
        assertEquals(
                new Terminal(ExitCode.OBJECT_ERRORS, """
                        tests/bad.xml
                          FAIL  a wrong name
                                tests/bad.xml:6:5: expected an export in 'directory', but with other values
                                  cn  expected  Bob
                                      is        Ann <&>  by 'export name to cn' (rules/attribute-flow/directory.xml:2:3)

                        1 test: 0 passed, 1 failed.
                        """, ""),
                Terminal.run("test", folder.toString(), "--only", "WRONG"));
    }

    @Test
    void scriptsGetAnObjectForEachTestAndOneForTheRules() throws IOException {
        writeFailingTest();
        Terminal terminal = Terminal.run("test", folder.toString(), "--json");
        assertEquals(ExitCode.OBJECT_ERRORS, terminal.code());
        assertEquals(
                """
                        {"test":"a wrong name","location":"tests/bad.xml:2:3","result":"failed","seconds":0,"failures":[\
                        {"location":"tests/bad.xml:6:5","step":null,\
                        "message":"expected an export in 'directory', but with other values",\
                        "differences":[{"attribute":"cn","expected":"Bob","actual":"Ann <&>",\
                        "rule":"'export name to cn' (rules/attribute-flow/directory.xml:2:3)"}],"reasons":[]}]}
                        {"test":"an account is made","location":"tests/good.xml:2:3","result":"passed","seconds":0,"failures":[]}
                        {"test":"not yet","location":"tests/good.xml:9:3","result":"skipped","seconds":0,"failures":[]}
                        {"rules":6,"exercised":5,"notExercised":[\
                        {"kind":"join","name":"by id","location":"rules/join/hr.xml:2:3"}]}
                        """,
                terminal.out().replaceAll("\"seconds\":[0-9.E-]+", "\"seconds\":0"));
    }

    @Test
    void aStepThatFailsIsNamed() throws IOException {
        writeFailingTest();
        write("tests/bad.xml", Files.readString(folder.resolve("tests/bad.xml")).replace("Bob", "Ann &lt;&amp;&gt;"));
        Terminal terminal = Terminal.run("test", folder.toString());
        assertEquals(ExitCode.OBJECT_ERRORS, terminal.code());
        assertTrue(terminal.out().startsWith("""
                tests/bad.xml
                  FAIL  a wrong name
                        tests/bad.xml:7:24: in the step 'later', expected nothing, but there is the person hr '1'
                          id    is  1  by 'import id to id' (rules/attribute-flow/hr.xml:2:3)
                          name  is  Ann <&>  by 'import name to name' (rules/attribute-flow/hr.xml:3:3)
                tests/good.xml
                """), terminal.out());
    }

    @Test
    void resultsAreWrittenAsJUnitXml() throws IOException {
        writeFailingTest();
        Path file = folder.resolve("results.xml");
        assertEquals(ExitCode.OBJECT_ERRORS,
                Terminal.run("test", folder.toString(), "--junit", file.toString()).code());
        Validator validator = Validator.forLanguage(Languages.W3C_XML_SCHEMA_NS_URI);
        validator.setSchemaSource(Input.fromURL(TestCommandTest.class.getResource("junit.xsd")).build());
        ValidationResult validation = validator.validateInstance(Input.fromPath(file).build());
        assertTrue(validation.isValid(), () -> validation.getProblems().toString());
        Diff difference = DiffBuilder.compare("""
                <testsuites name="small" tests="3" failures="1" errors="0">
                  <testsuite name="tests/bad.xml" tests="1" failures="1" errors="0" skipped="0">
                    <testcase name="a wrong name" classname="tests/bad.xml">
                      <failure type="expectation" message="expected an export in 'directory', but with other values">
                tests/bad.xml:6:5: expected an export in 'directory', but with other values
                  cn  expected  Bob
                      is        Ann &lt;&amp;&gt;  by 'export name to cn' (rules/attribute-flow/directory.xml:2:3)
                      </failure>
                    </testcase>
                  </testsuite>
                  <testsuite name="tests/good.xml" tests="2" failures="0" errors="0" skipped="1">
                    <testcase name="an account is made" classname="tests/good.xml"/>
                    <testcase name="not yet" classname="tests/good.xml"><skipped message="enabled=&quot;false&quot;"/></testcase>
                  </testsuite>
                </testsuites>""")
                .withTest(Input.fromPath(file))
                .withAttributeFilter(attribute -> !attribute.getName().equals("time"))
                .ignoreWhitespace()
                .build();
        assertFalse(difference.hasDifferences(), difference::toString);
    }

    @Test
    void aBrokenTestFileIsAProblemOfTheConfiguration() throws IOException {
        write("tests/bad.xml", """
                <rule-tests xmlns="urn:syncline:1">
                  <test name="a slip"><expect connector="direktory"/></test>
                </rule-tests>""");
        assertEquals(
                new Terminal(ExitCode.CONFIGURATION, "", """
                        tests/bad.xml:2:42: There is no connector 'direktory'; did you mean directory?
                        """),
                Terminal.run("test", folder.toString()));
    }

    @Test
    void whatNoSystemCouldHoldIsSaidWithItsPlace() throws IOException {
        write("tests/bad.xml", """
                <rule-tests xmlns="urn:syncline:1">
                  <test name="no such row">
                    <given connector="hr" object-type="employee" change="deleted"><value name="id">1</value></given>
                    <expect-nothing/>
                  </test>
                </rule-tests>""");
        Terminal terminal = Terminal.run("test", folder.toString(), "--only", "no such row");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertEquals(
                "syncline: tests/bad.xml:3:5: There is no such object, so it cannot have been deleted; give the anchor"
                        + " or the DN of one that is there\n",
                terminal.err());
    }

    @Test
    void aFolderWithoutTestsIsSaid() throws IOException {
        Files.delete(folder.resolve("tests/good.xml"));
        assertEquals(
                new Terminal(ExitCode.CONFIGURATION, "", "syncline: There are no rule tests in '" + folder
                        + "'; write some into " + folder + "/tests/*.xml, as <rule-tests>\n"),
                Terminal.run("test", folder.toString()));
    }

    @Test
    void aChoiceOfNothingIsSaid() {
        assertEquals(
                new Terminal(ExitCode.CONFIGURATION, "",
                        "syncline: No test has 'leaver' in its name; there are 'an account is made', 'not yet'\n"),
                Terminal.run("test", folder.toString(), "--only", "leaver"));
    }
}
