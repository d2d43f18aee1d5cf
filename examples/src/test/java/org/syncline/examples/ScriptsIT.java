package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts decide beside the rules in XML, whatever command an administrator asks. */
class ScriptsIT {
    private static final String SCRIPT = """
            // Cards show names in capitals.
            importFlow(connector: 'hr', objectType: 'employee') { source, identity, contribute ->
                contribute 'loginStem', source.LastName?.toLowerCase()?.take(6), 1
            }
            exportFlow(connector: 'directory', objectType: 'inetOrgPerson') { identity, target, contribute ->
                contribute 'givenName', identity.givenName?.toUpperCase()
            }
            """;
    private static final String TEST = """
            <rule-tests xmlns="urn:syncline:1">
              <test name="cards show names in capitals">
                <given connector="hr" object-type="employee">
                  <value name="EmployeeId">9</value><value name="FirstName">Ann</value><value name="LastName">Blackwell</value>
                  <value name="Mail">ab@contoso.com</value><value name="Status">current</value>
                </given>
                <expect metaverse-type="person"><value name="loginStem">blackw</value></expect>
                <expect connector="directory" change="add"><value name="givenName">ANN</value></expect>
              </test>
            </rule-tests>
            """;

    @TempDir
    private Path temporary;

    @Test
    void areCheckedTestedRunAndExplained() {
        ConfigurationFolder files = new ConfigurationFolder(temporary);
        files.write("people.csv", """
                Employee Id;First Name;Last Name;Mail;Status
                1;Zoe;Millerton;zm@contoso.com;current
                """);
        Path contoso = temporary.resolve("contoso");
        Command.run("init", contoso.toString(), "--people", temporary.resolve("people.csv").toString()).endedWith(0);
        files.write("contoso/rules/attribute-flow/cards.groovy", SCRIPT);
        files.write("contoso/tests/cards.xml", TEST);

        Command.run("check", contoso.toString(), "--strict").endedWith(0);
        Command tested = Command.run("test", contoso.toString());
        assertTrue(tested.out().contains("ok    cards show names in capitals"), tested::out);
        ConfigurationFolder folder = new ConfigurationFolder(contoso);
        folder.run().endedWith(0);
        DirectoryContent directory = DirectoryContent.read(folder.file(".syncline/directory.ldif"));
        assertEquals("ZOE", directory.entry("uid=miller,ou=People,dc=example,dc=com").getAttributeValue("givenName"));
        assertEquals(0, folder.run().endedWith(0).written());

        String explained = folder.command("explain", "--object",
                "directory:uid=miller,ou=People,dc=example,dc=com", "--attribute", "givenName").endedWith(0).out();
        assertTrue(explained.contains("'cards' (rules/attribute-flow/cards.groovy:5:1)"), explained);
        String previewed = folder.command("preview", "--connector", "hr", "--anchor", "1").endedWith(0).out();
        assertTrue(previewed.contains("cards (rules/attribute-flow/cards.groovy:2:1)"), previewed);
    }

    @Test
    void aMistakeIsToldWithItsPlace() {
        ConfigurationFolder files = new ConfigurationFolder(temporary);
        files.write("people.csv",
                "Employee Id;First Name;Last Name;Mail;Status\n1;Zoe;Millerton;zm@contoso.com;current\n");
        Path contoso = temporary.resolve("contoso");
        Command.run("init", contoso.toString(), "--people", temporary.resolve("people.csv").toString()).endedWith(0);
        files.write("contoso/rules/attribute-flow/cards.groovy", SCRIPT.replace("source.LastName", "source.LastNam"));

        Command refused = Command.run("check", contoso.toString());
        assertTrue((refused.out() + refused.err()).contains("rules/attribute-flow/cards.groovy:3:35: Unknown attribute"
                + " 'LastNam' of 'employee'; did you mean LastName?"), () -> refused.out() + refused.err());
    }
}
