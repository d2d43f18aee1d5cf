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

class CheckConnectTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeFolder() throws IOException {
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="contoso">
                  <metaverse>
                    <object-type name="person">
                      <attribute name="id" indexed="true"/><attribute name="sn"/>
                    </object-type>
                  </metaverse>
                </syncline>
                """);
        write("start.ldif", """
                dn: uid=ann,dc=example,dc=test
                objectClass: inetOrgPerson
                uid: ann
                cn: Ann
                sn: Lee
                mail: ann@example.test
                mail: lee@example.test
                """);
        directory("<attribute name=\"uid\"/><attribute name=\"cn\"/><attribute name=\"sn\"/>");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void directory(String attributes) throws IOException {
        directory("inetOrgPerson", "entryUUID", attributes);
    }

    private void directory(String type, String anchor, String attributes) throws IOException {
        write("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="ldap">
                  <settings>
                    <setting name="server" value="embedded:directory.ldif"/>
                    <setting name="embedded-start" value="start.ldif"/>
                    <setting name="base" value="dc=example,dc=test"/>
                  </settings>
                  <object-type name="%s" anchor="%s">
                    %s
                  </object-type>
                </connector>
                """.formatted(type, anchor, attributes.replace("/><", "/>\n    <")));
    }

    private void flow(String to) throws IOException {
        write("rules/attribute-flow/directory.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="directory" object-type="inetOrgPerson" metaverse-type="person">
                  <export from="sn" to="%s"/>
                </attribute-flows>
                """.formatted(to));
    }

    private Terminal check(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check", folder.toString(), "--connect"));
        arguments.addAll(List.of(options));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private void finds(int code, String... findings) {
        Terminal terminal = check();
        List<String> said = terminal.out().lines().filter(line -> line.startsWith("connectors/")).toList();
        assertEquals(List.of(findings), said, terminal.out() + terminal.err());
        assertEquals(code, terminal.code());
    }

    @Test
    void saysNothingWhereEverythingFits() throws IOException {
        finds(ExitCode.CLEAN);
        assertTrue(check().out().endsWith("Connector 'directory': no problems.\n"), check().out());
    }

    @Test
    void namesTypesAndAttributesThatAreNotThereAndWhatWasMeant() throws IOException {
        directory(
                "<attribute name=\"uid\"/><attribute name=\"employeNumber\"/><attribute name=\"login\" column=\"sAMAccountName\"/>");
        finds(ExitCode.CONFIGURATION,
                "connectors/directory.xml:9:5: Connector 'directory': Objects of type 'inetOrgPerson' have no attribute"
                        + " 'employeNumber'; did you mean employeeNumber?",
                "connectors/directory.xml:10:5: Connector 'directory': Objects of type 'inetOrgPerson' have no attribute"
                        + " 'sAMAccountName'; 'syncline discover ... --type inetOrgPerson --all' lists those there are");
        directory("inetOrgPersn", "entryUUID", "<attribute name=\"uid\"/>");
        finds(ExitCode.CONFIGURATION,
                "connectors/directory.xml:7:3: Connector 'directory': The system has no object type"
                        + " 'inetOrgPersn'; did you mean inetOrgPerson?");
        directory("inetOrgPerson", "entryUID", "<attribute name=\"uid\"/>");
        finds(ExitCode.CONFIGURATION, "connectors/directory.xml:7:3: Connector 'directory': The system has no attribute"
                + " 'entryUID', which is the anchor of 'inetOrgPerson'; did you mean entryUUID?");
    }

    @Test
    void namesTypesAndNumbersOfValuesThatDoNotFit() throws IOException {
        directory("<attribute name=\"mail\"/><attribute name=\"displayName\" multi-valued=\"true\"/>"
                + "<attribute name=\"manager\"/><attribute name=\"jpegPhoto\"/><attribute name=\"cn\" type=\"date\"/>");
        finds(ExitCode.CONFIGURATION,
                "connectors/directory.xml:8:5: Connector 'directory': 'mail' has up to 2 values in one object and is"
                        + " declared to have one, so that those objects cannot be read; write multi-valued=\"true\"",
                "connectors/directory.xml:9:5: warning: Connector 'directory': 'displayName' never has more than one"
                        + " value and is declared multi-valued; remove multi-valued",
                "connectors/directory.xml:10:5: warning: Connector 'directory': 'manager' holds names of other objects"
                        + " and is declared as string; write type=\"reference\", so that references follow renames",
                "connectors/directory.xml:11:5: Connector 'directory': 'jpegPhoto' holds bytes and is declared as"
                        + " string; write type=\"binary\"",
                "connectors/directory.xml:12:5: Connector 'directory': 'cn' holds texts and is declared as date;"
                        + " leave type out");
    }

    @Test
    void namesWhatRulesWriteAndTheSystemKeepsForItself() throws IOException {
        directory("<attribute name=\"uid\"/><attribute name=\"entryUUID\"/><attribute name=\"uidNumber\"/>");
        flow("entryUUID");
        finds(ExitCode.CONFIGURATION, "connectors/directory.xml:9:5: Connector 'directory': The system itself sets"
                + " 'entryUUID', so that the rules that write it fail; remove those rules");
        flow("uidNumber");
        Terminal terminal = check();
        assertTrue(terminal.out().contains("directory.xml:10:5: warning: Connector 'directory': 'uidNumber' is written,"
                + " but only objects that have the class 'posixAccount' too can have it"), terminal.out());
        assertEquals(ExitCode.CLEAN, terminal.code());
        assertEquals(ExitCode.CONFIGURATION, check("--strict").code());
    }

    @Test
    void namesAnAnchorThatObjectsShareOrLack() throws IOException {
        write("start.ldif", Files.readString(folder.resolve("start.ldif")) + """

                dn: uid=bob,dc=example,dc=test
                objectClass: inetOrgPerson
                uid: bob
                cn: Bob
                sn: Lee
                """);
        directory("inetOrgPerson", "sn", "<attribute name=\"uid\"/>");
        finds(ExitCode.CONFIGURATION, "connectors/directory.xml:7:3: Connector 'directory': 1 of the first 2 objects"
                + " cannot be read, such as uid=bob,dc=example,dc=test: another entry has the anchor 'Lee' too; correct"
                + " one of them or choose a unique attribute");
    }

    @Test
    void oneSystemThatCannotBeReachedDoesNotStopTheOthers() throws IOException {
        write("connectors/a-file.xml", """
                <connector xmlns="urn:syncline:1" name="a-file" type="delimited-text" mode="read-only">
                  <settings>
                    <setting name="file" value="nowhere.csv"/>
                  </settings>
                  <object-type name="row" anchor="Id"><attribute name="Id"/></object-type>
                </connector>
                """);
        Terminal terminal = check();
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.out().contains("connectors/a-file.xml:1:1: Connector 'a-file': There is no file "),
                terminal.out());
        assertTrue(terminal.out().endsWith("Connector 'directory': no problems.\n"), terminal.out());
        assertEquals(ExitCode.CLEAN, check("--connector", "directory").code());
        assertFalse(check("--connector", "directory").out().contains("a-file"));
    }

    @Test
    void comparesColumnsOfAFileAndReadsItsRows() throws IOException {
        write("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="delimited-text" mode="read-only">
                  <settings>
                    <setting name="file" value="hr.csv"/>
                  </settings>
                  <object-type name="employee" anchor="Id">
                    <attribute name="Hired" type="date"/>
                    <attribute name="Mial"/>
                  </object-type>
                </connector>
                """);
        write("hr.csv", "Id,Hired,Mail\n1,2020-01-01,a\n2,soon,b\n");
        finds(ExitCode.CONFIGURATION, "connectors/hr.xml:7:5: Connector 'hr': Objects of type 'hr' have no attribute"
                + " 'Mial'; did you mean Mail?");
        write("connectors/hr.xml", Files.readString(folder.resolve("connectors/hr.xml")).replace("Mial", "Mail"));
        finds(ExitCode.CONFIGURATION, "connectors/hr.xml:5:3: Connector 'hr': 1 of the first 2 objects cannot be read,"
                + " such as hr.csv, line 3: column 'Hired': 'soon' is not a date such as 2006-01-28 or"
                + " 2006-01-28T08:30:00Z. Correct it; the object stays as it was");
    }

    @Test
    void printsForPrograms() throws IOException {
        directory("inetOrgPersn", "entryUUID", "<attribute name=\"uid\"/>");
        assertEquals(
                "{\"file\":\"connectors/directory.xml\",\"line\":7,\"column\":3,\"message\":\"Connector 'directory':"
                        + " The system has no object type 'inetOrgPersn'\",\"suggestion\":\"did you mean inetOrgPerson?\","
                        + "\"severity\":\"error\"}\n",
                check("--json").out());
    }

    @Test
    void writesNothing() throws IOException {
        check();
        Path file = folder.resolve("directory.ldif");
        byte[] before = Files.readAllBytes(file);
        flow("sn");
        check();
        assertEquals(new String(before), Files.readString(file));
    }
}
