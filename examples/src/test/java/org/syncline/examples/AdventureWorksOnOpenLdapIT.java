package org.syncline.examples;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same configuration on a real directory server, by the real program; its settings come from the environment. */
@Tag("slapd")
class AdventureWorksOnOpenLdapIT {
    @TempDir
    private Path temporary;

    private ServedDirectory directory;
    private AdventureWorks works;

    @BeforeEach
    void start() {
        works = AdventureWorks.in(temporary.resolve("works"));
        directory = ServedDirectory.start();
        directory.replaceEmbeddedOf(works.folder());
    }

    @AfterEach
    void stop() {
        if (directory != null) {
            directory.close();
        }
    }

    private Command run() {
        return directory.launcher().run("run", works.folder().path().toString(), "--json");
    }

    /** OpenLDAP takes ASCII only in mail addresses, and two people have an accent in theirs. */
    @Test
    void twoAccountsAreRefusedUntilTheRulesGiveThemWhatTheServerTakes() {
        Command first = run().endedWith(1);
        assertEquals(304, first.counted("export-add"));
        assertEquals(2, first.counted("export-failure"));
        assertEquals(
                Set.of("uid=fajenstat,ou=People,dc=example,dc=test", "uid=jsaraiva,ou=People,dc=example,dc=test"),
                refused(first).stream().map(error -> error.path("title").asString()).collect(toSet()));
        refused(first).forEach(error -> assertTrue(error.path("message").asString().startsWith("mail = '"),
                error::toString));
        assertEquals(288, directory.people().size());

        works.withoutAccentsInMailAddresses();
        assertEquals(4, run().endedWith(0).written(), "two accounts, and each in its group, which waited for it");
        works.accounts(directory).areAllAsTheyMustBe();
        assertEquals(0, run().endedWith(0).written());
    }

    private static List<JsonNode> refused(Command run) {
        return run.lines().stream()
                .filter(step -> step.path("step").asString().equals("export"))
                .flatMap(step -> step.path("errors").valueStream())
                .toList();
    }
}
