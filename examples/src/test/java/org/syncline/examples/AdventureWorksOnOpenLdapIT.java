package org.syncline.examples;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;
import tools.jackson.databind.JsonNode;

/** The same configuration on a real directory server, by the real program; its settings come from the environment. */
@Tag("slapd")
class AdventureWorksOnOpenLdapIT {
    @TempDir
    private Path temporary;

    private OpenLdapServer server;
    private AdventureWorks works;

    @BeforeEach
    void start() {
        works = AdventureWorks.in(temporary.resolve("works"));
        server = OpenLdapServer.start();
        works.folder().replace("connectors/directory.xml", "value=\"embedded:data/directory.ldif\"/>", """
                value="%s"/>
                    <setting name="bind-dn" value="%s"/>
                    <setting name="password" secret="directory"/>""".formatted(server.url(), server.rootDn()));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Command launch(String password, String command, String... more) {
        Map<String, String> environment =
                Map.of("SYNCLINE_SECRET_DIRECTORY", password, "SYNCLINE_PARAMETER_BASE", server.baseDn());
        return new Launcher(environment).run(command, works.folder().path().toString(), more);
    }

    private Command run() {
        return launch(server.password(), "run", "--json");
    }

    /** OpenLDAP takes ASCII only in mail addresses, and two people have an accent in theirs. */
    @Test
    void twoAccountsAreRefusedUntilTheRulesGiveThemWhatTheServerTakes() throws LDAPException {
        Command first = run().endedWith(1);
        assertEquals(304, first.counted("export-add"));
        assertEquals(2, first.counted("export-failure"));
        assertEquals(
                Set.of("uid=fajenstat,ou=People,dc=example,dc=test", "uid=jsaraiva,ou=People,dc=example,dc=test"),
                refused(first).stream().map(error -> error.path("title").asString()).collect(toSet()));
        refused(first).forEach(error -> assertTrue(error.path("message").asString().startsWith("mail: "),
                error::toString));
        assertEquals(288, search("inetOrgPerson").size());

        works.folder().replace("rules/attribute-flow/people.xml", "<import from=\"EmailAddress\" to=\"mail\"/>",
                "<import to=\"mail\">RemoveDiacritics([EmailAddress])</import>");
        assertEquals(2, run().endedWith(0).written());
        new AccountsOfHr(works.hr(), search("inetOrgPerson"), search("groupOfNames"),
                AdventureWorksOnOpenLdapIT::withoutAccents)
                .areAllAsTheyMustBe();
        assertEquals(0, run().endedWith(0).written());
    }

    @Test
    void aWrongPasswordStopsBeforeAnythingIsDone() throws LDAPException {
        Command wrong = launch("not the password", "run", "--json").endedWith(2);
        assertEquals("no-start-credentials", wrong.result("directory", "full-import"));
        assertEquals("did not run", wrong.result("directory", "export"));
        String message = wrong.lines().stream().map(step -> step.path("message").asString(""))
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
        assertTrue(message.contains(server.rootDn()) && message.contains("password"), message);
        assertEquals(List.of(), search("inetOrgPerson"));
    }

    private static List<JsonNode> refused(Command run) {
        return run.lines().stream()
                .filter(step -> step.path("step").asString().equals("export"))
                .flatMap(step -> step.path("errors").valueStream())
                .toList();
    }

    private List<Entry> search(String objectClass) throws LDAPException {
        try (LDAPConnection connection =
                new LDAPConnection("127.0.0.1", server.port(), server.rootDn(), server.password())) {
            return List.copyOf(connection.search(
                    server.baseDn(), SearchScope.SUB, "(objectClass=" + objectClass + ")").getSearchEntries());
        }
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
