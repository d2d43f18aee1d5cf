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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import tools.jackson.databind.JsonNode;

/** The example followed, on a server that tells at once what changed; a cycle of all systems would come only after an hour. */
@Tag("slapd")
class ToldChangesIT {
    @TempDir
    private Path temporary;

    private ServedDirectory directory;
    private ConfigurationFolder example;
    private FollowingProgram program;

    @BeforeEach
    void start() {
        directory = ServedDirectory.start(OpenLdapFeature.CONTENT_SYNC);
        directory.add("dn: ou=Leavers,dc=example,dc=test", "objectClass: organizationalUnit", "ou: Leavers");
        example = ConfigurationFolder.example(temporary.resolve("example"));
        directory.replaceEmbeddedOf(example);
        example.replace("connectors/directory.xml", "  </settings>",
                "    <setting name=\"delta\" value=\"syncrepl\"/>\n  </settings>");
        directory.launcher().run("run", example.path().toString()).endedWith(0);
        program = FollowingProgram.start(directory.launcher(), example, "PT1H");
        FollowingProgram.await(() -> told("listening", "directory"));
        putRight(somebody());
        program.awaitSilence();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (program != null) {
            program.close();
        }
        if (directory != null) {
            directory.close();
        }
    }

    private boolean told(String event, String connector) {
        return program.events(event).stream().anyMatch(line -> line.path("connector").asString().equals(connector));
    }

    private long steps(String connector, String step) {
        return program.lines().stream()
                .filter(line -> line.path("connector").asString("").equals(connector))
                .filter(line -> line.path("step").asString("").equals(step))
                .count();
    }

    private String titleOf(String dn) {
        try (LDAPConnection connection = directory.connect()) {
            return connection.getEntry(dn).getAttributeValue("title");
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    private void changeByHand(String dn) {
        try (LDAPConnection connection = directory.connect()) {
            connection.modify(dn, new Modification(ModificationType.REPLACE, "title", "By hand"));
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }

    private Entry somebody() {
        return directory.people().stream().filter(entry -> entry.hasAttribute("title")).findFirst().orElseThrow();
    }

    /** Changes somebody by hand, and waits until that was put right; the cycle that did it. */
    private JsonNode putRight(Entry somebody) {
        long exports = steps("directory", "export");
        changeByHand(somebody.getDN());
        FollowingProgram.await(() -> steps("directory", "export") > exports);
        FollowingProgram.await(() -> somebody.getAttributeValue("title").equals(titleOf(somebody.getDN())));
        return program.events("cycle").getLast();
    }

    @Test
    void aChangeByHandIsToldAndPutRight() {
        int before = program.lines().size();
        JsonNode cycle = putRight(somebody());
        assertEquals("change", cycle.path("trigger").asString(), cycle::toString);
        assertEquals(List.of("directory"), cycle.path("connectors").valueStream().map(JsonNode::asString).toList());
        program.awaitSilence();
        Set<String> ran = program.lines().stream().skip(before)
                .filter(line -> line.has("step"))
                .map(line -> line.path("connector").asString() + " " + line.path("step").asString())
                .collect(Collectors.toSet());
        assertTrue(ran.containsAll(Set.of("directory delta-import", "directory delta-sync", "directory export")),
                ran::toString);
        assertTrue(ran.stream().allMatch(step -> step.startsWith("directory ") && !step.contains("full")),
                ran::toString);
    }

    @Test
    void aServerThatWasRestartedIsListenedToAgain() {
        Entry somebody = somebody();
        directory.server().kill();
        FollowingProgram.await(() -> told("interrupted", "directory"));
        directory.server().restart();
        FollowingProgram.await(() -> program.events("listening").stream()
                .filter(line -> line.path("connector").asString().equals("directory"))
                .count() == 2);
        String reason = program.events("interrupted").getFirst().path("reason").asString();
        assertTrue(reason.contains(directory.server().url()), reason);
        assertEquals("change", putRight(somebody).path("trigger").asString());
    }
}
