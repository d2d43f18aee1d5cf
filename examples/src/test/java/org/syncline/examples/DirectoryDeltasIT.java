package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;

/** The example on a server that tells what changed: only that is read, and what somebody changed by hand is put right. */
@Tag("slapd")
class DirectoryDeltasIT {
    @TempDir
    private Path temporary;

    private ServedDirectory directory;
    private ConfigurationFolder example;

    private void start(String delta, OpenLdapFeature feature) {
        directory = ServedDirectory.start(feature);
        directory.add("dn: ou=Leavers,dc=example,dc=test", "objectClass: organizationalUnit", "ou: Leavers");
        example = ConfigurationFolder.example(temporary.resolve("example"));
        directory.replaceEmbeddedOf(example);
        example.replace("connectors/directory.xml", "  </settings>",
                "    <setting name=\"delta\" value=\"" + delta + "\"/>\n  </settings>");
    }

    @AfterEach
    void stop() {
        if (directory != null) {
            directory.close();
        }
    }

    private Command run() {
        return directory.launcher().run("run", example.path().toString(), "--json").endedWith(0);
    }

    private Entry somebody() {
        return directory.people().stream().filter(entry -> entry.hasAttribute("title")).findFirst().orElseThrow();
    }

    private void changeByHand(Entry entry) throws LDAPException {
        try (LDAPConnection connection = directory.connect()) {
            connection.modify(entry.getDN(), new Modification(ModificationType.REPLACE, "title", "By hand"));
        }
    }

    private List<String> titles() {
        return directory.people().stream().map(entry -> entry.getAttributeValue("title")).toList();
    }

    @ParameterizedTest
    @CsvSource({"syncrepl, CONTENT_SYNC", "accesslog, ACCESS_LOG"})
    void aChangeByHandIsSeenByADeltaAndPutRight(String delta, OpenLdapFeature feature) throws LDAPException {
        start(delta, feature);
        Command first = run();
        assertEquals(973, first.written());
        assertEquals("success", first.result("directory", "delta-import"), "what was written is confirmed by a delta");
        List<String> titles = titles();

        changeByHand(somebody());
        Command second = run();
        assertEquals("success", second.result("directory", "delta-import"));
        assertEquals("did not run", second.result("directory", "full-import"));
        assertEquals(1, second.written());
        assertEquals(titles, titles());
        assertEquals(0, run().written());
    }

    @ParameterizedTest
    @CsvSource({"syncrepl, CONTENT_SYNC, success", "accesslog, ACCESS_LOG, did not run"})
    void aServerThatWasRestartedIsReadAsFarAsItForgot(String delta, OpenLdapFeature feature, String fullImport)
            throws LDAPException {
        start(delta, feature);
        run();
        List<String> titles = titles();
        changeByHand(somebody());
        directory.server().restart();
        Command after = run();
        assertEquals(fullImport, after.result("directory", "full-import"));
        assertTrue(after.lines().stream().noneMatch(step -> step.path("result").asString().startsWith("stopped")));
        assertEquals(titles, titles());
        assertEquals(0, run().written());
    }
}
