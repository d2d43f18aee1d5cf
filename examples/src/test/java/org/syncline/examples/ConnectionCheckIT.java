package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;

/** Whether the account that an administrator made for the example may do what its rules want. */
@Tag("slapd")
class ConnectionCheckIT {
    @TempDir
    private Path temporary;

    private ServedDirectory directory;
    private ConfigurationFolder folder;

    @BeforeEach
    void start() {
        directory = ServedDirectory.start(OpenLdapFeature.LEAST_RIGHTS);
        String base = directory.server().baseDn();
        directory.add("dn: ou=Leavers," + base, "objectClass: organizationalUnit", "ou: Leavers");
        directory.add("dn: cn=sync," + base, "objectClass: person", "cn: sync", "sn: sync", "userPassword: sync");
        folder = ConfigurationFolder.example(temporary.resolve("example"));
        directory.replaceEmbeddedOf(folder);
    }

    @AfterEach
    void stop() {
        if (directory != null) {
            directory.close();
        }
    }

    private Command check(Launcher launcher) {
        return launcher.run("check", folder.path().toString(), "--connect", "--connector", "directory");
    }

    @Test
    void whoMayDoEverythingMayDoWhatTheRulesWant() {
        check(directory.launcher()).endedWith(0);
        directory.launcher().run("run", folder.path().toString(), "--json").endedWith(0);
        int people = directory.people().size();
        Command check = check(directory.launcher()).endedWith(0);
        assertTrue(check.out().endsWith("Connector 'directory': no problems, 2 not tested.\n"), check.out());
        assertEquals(people, directory.people().size());
        assertEquals(0, directory.launcher().run("run", folder.path().toString(), "--json").endedWith(0).written(),
                "the check wrote nothing");
    }

    @Test
    void eachRightThatAnAccountLacksIsNamedWhereTheAttributeIsDeclared() {
        directory.launcher().run("run", folder.path().toString(), "--json").endedWith(0);
        String file = "connectors/directory.xml";
        folder.write(file, folder.read(file).replace(directory.server().rootDn(),
                "cn=sync," + directory.server().baseDn()));
        Command check = check(directory.launcher("sync")).endedWith(2);
        long line = folder.read(file).lines().takeWhile(text -> !text.contains("name=\"mail\"")).count() + 1;
        assertTrue(
                check.out().contains(file + ":" + line + ":5: Connector 'directory': The account may not write 'mail'"
                        + " of 'inetOrgPerson'"),
                check.out());
        assertTrue(check.out().contains("not tested: Connector 'directory': Whether the account may create,"
                + " rename and delete 'groupOfNames' could not be tested"), check.out());
        assertTrue(
                check.out().lines().noneMatch(text -> text.contains("may not write 'description' of 'inetOrgPerson'")),
                check.out());
    }
}
