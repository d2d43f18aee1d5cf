package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoverTest {
    private static final String DIRECTORY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- The directory of the company. -->
            <connector xmlns="urn:syncline:1" name="directory" type="ldap">
              <settings>
                <setting name="server" value="embedded:directory.ldif"/>   <!-- for trials -->
                <setting name="embedded-start" value="start.ldif"/>
                <setting name="base" value="%Base%"/>
              </settings>

              <!-- Nobody deletes more than that. -->
              <guards><export deletes-share="5%"/></guards>
            </connector>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeFolder() throws IOException {
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="contoso">
                  <parameter name="Base" value="dc=example,dc=test"/>
                  <metaverse><object-type name="person"><attribute name="sn"/></object-type></metaverse>
                </syncline>
                """);
        write("connectors/directory.xml", DIRECTORY);
        write("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="delimited-text" mode="read-only">
                  <settings><setting name="file" value="Staff.csv"/></settings>
                </connector>
                """);
        write("Staff.csv", "Staff Number,Name,Hired,Boss\n1,Ann,01.02.2020,\n2,Bob,28.02.2020,1\n");
        write("start.ldif", """
                dn: ou=People,dc=example,dc=test
                objectClass: organizationalUnit
                ou: People

                dn: uid=ann,ou=People,dc=example,dc=test
                objectClass: inetOrgPerson
                uid: ann
                cn: Ann
                sn: Lee
                mail: ann@example.test
                mail: lee@example.test
                manager: uid=ann,ou=People,dc=example,dc=test
                """);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Terminal discover(String connector, String... options) {
        List<String> arguments = new ArrayList<>(List.of("discover", folder.toString(), "--connector", connector));
        arguments.addAll(List.of(options));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private String directory() throws IOException {
        return Files.readString(folder.resolve("connectors/directory.xml"));
    }

    @Test
    void listsTheTypesThatHaveObjects() {
        Terminal terminal = discover("directory");
        assertEquals(ExitCode.CLEAN, terminal.code(), terminal.err());
        assertTrue(
                terminal.out().matches("(?s)object type +objects\\R.*inetOrgPerson +1\\b.*organizationalUnit +1\\b.*"),
                terminal.out());
        assertFalse(terminal.out().contains("groupOfNames"), terminal.out());
        assertTrue(discover("directory", "--all").out().contains("groupOfNames"));
    }

    @Test
    void printsWhatIsInUseAsItIsDeclared() {
        assertEquals("""
                  <object-type name="inetOrgPerson" anchor="entryUUID">
                    <attribute name="cn" required="true"/>
                    <attribute name="sn" required="true"/>
                    <attribute name="mail" multi-valued="true"/>
                    <attribute name="manager" type="reference" multi-valued="true"/>
                    <attribute name="uid"/>
                    <attribute name="userPassword" sensitive="true"/>
                  </object-type>
                """, discover("directory", "--type", "inetorgperson").out()
                .replaceFirst("  <!-- judged by 1 object.*\n", ""));
    }

    @Test
    void whatItWritesPassesTheCheckAndLeavesTheRestOfTheFileAsItWas() throws IOException {
        assertEquals(ExitCode.CONFIGURATION, Terminal.run("check", folder.toString()).code());
        Terminal written = discover("directory", "--type", "inetOrgPerson", "--type", "groupOfNames", "--write");
        assertEquals(ExitCode.CLEAN, written.code(), written.err());
        discover("hr", "--type", "staff", "--write");
        Terminal check = Terminal.run("check", folder.toString());
        assertEquals(ExitCode.CLEAN, check.code(), check.out());
        String file = directory();
        int from = file.indexOf("\n\n  <object-type");
        int to = file.lastIndexOf("</object-type>") + "</object-type>".length();
        assertEquals(DIRECTORY, file.substring(0, from) + file.substring(to));
        assertTrue(
                file.contains(
                        "<attribute name=\"member\" type=\"reference\" multi-valued=\"true\"/>"),
                file);
    }

    @Test
    void readsWhatAFileHoldsOutOfItsRows() {
        assertEquals("""
                  <object-type name="staff" anchor="StaffNumber">
                    <attribute name="StaffNumber" column="Staff Number"/>
                    <attribute name="Name"/>
                    <attribute name="Hired" type="date" format="dd.MM.yyyy"/>
                    <attribute name="Boss" type="reference" to="staff"/>
                  </object-type>
                  <!-- judged by 2 objects -->
                """, discover("hr", "--type", "staff").out());
    }

    @Test
    void whatIsDeclaredByHandIsReplacedOnlyOnRequest() throws IOException {
        String declared = DIRECTORY.replace("  <!-- Nobody", String.join("\n",
                "  <object-type name=\"inetOrgPerson\" anchor=\"entryUUID\">",
                "    <attribute name=\"title\"/>",
                "    <!-- Robots stay out. -->",
                "    <filter><when>Not IsPresent([title])</when></filter>",
                "    <attribute name=\"uid\"/>   <!-- the login -->",
                "  </object-type>",
                "",
                "  <!-- Nobody"));
        write("connectors/directory.xml", declared);
        Terminal refused = discover("directory", "--type", "inetOrgPerson", "--write");
        assertEquals(ExitCode.CONFIGURATION, refused.code());
        assertTrue(
                refused.err()
                        .startsWith("syncline: connectors/directory.xml:10:3: 'inetOrgPerson' is declared already"),
                refused.err());
        assertEquals(declared, directory());

        assertEquals(ExitCode.CLEAN, discover("directory", "--type", "inetOrgPerson", "--write", "--overwrite").code());
        String file = directory();
        assertTrue(file.contains("<attribute name=\"sn\" required=\"true\"/>"), file);
        assertFalse(file.contains("<attribute name=\"title\"/>"), file);
        assertTrue(file.contains("<!-- Robots stay out. -->\n    <filter>"), file);
        assertTrue(file.contains("<!-- the login -->"), file);
        assertTrue(file.contains("<!-- Nobody deletes more than that. -->"), file);
    }

    @Test
    void namesTheTypeThatWasMeant() {
        Terminal terminal = discover("directory", "--type", "inetOrgPersn");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertEquals("syncline: The system offers no object type 'inetOrgPersn'; did you mean inetOrgPerson?\n",
                terminal.err());
    }

    @Test
    void printsForPrograms() {
        String types = discover("directory", "--json").out();
        assertTrue(types.contains("\"objectType\":\"inetOrgPerson\""), types);
        String type = discover("directory", "--type", "inetOrgPerson", "--json").out();
        assertTrue(type.contains("{\"name\":\"mail\",\"description\":"), type);
        assertTrue(type.contains("\"anchor\":\"entryUUID\",\"sampled\":1"), type);
    }

    @Test
    void saysWhatIsWrongWithTheFilesOfConnectorsAndNotWithRules() throws IOException {
        write("rules/join/directory.xml", "<join-rules xmlns=\"urn:syncline:1\" connector=\"directory\"/>");
        assertEquals(ExitCode.CLEAN, discover("directory").code());
        write("connectors/hr.xml", "<connector xmlns=\"urn:syncline:1\" name=\"hr\"/>");
        Terminal terminal = discover("directory");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().startsWith("connectors/hr.xml:1:"), terminal.err());
    }
}
