package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;
import tools.jackson.databind.JsonNode;

/** What {@code syncline bench --scenario directory} counts: requests and statements, which time and machine don't change. */
@Tag("slapd")
class DirectorySpeedIT {
    private static final int PEOPLE = 15_000;
    private static final int TENTH = PEOPLE / 10;
    private static final int MORE_PAGES = (PEOPLE - TENTH) / 500;
    private static final int CONNECTIONS = 4;
    private static final int CHANGED = 100;
    private static List<JsonNode> phases;

    @BeforeAll
    static void measure() {
        try (OpenLdapServer server = OpenLdapServer.start(OpenLdapFeature.CONTENT_SYNC, OpenLdapFeature.MONITOR)) {
            Launcher launcher = new Launcher(Map.of("SYNCLINE_SECRET_BENCH", server.password()));
            Command bench = launcher.run("bench", "--json", "--scenario", "directory", "--people",
                    String.valueOf(PEOPLE), "--target", server.url(), "--bind-dn", server.rootDn(), "--base",
                    server.baseDn());
            phases = bench.endedWith(0).lines();
        }
    }

    /** Beside them, each connection is asked before a page whether it is still alive. */
    @Test
    void aNewEntryIsOneRequest() {
        long besidesFew = number("export-" + TENTH, "requests") - (TENTH + 1);
        long besidesAll = number("export-" + PEOPLE, "requests") - (PEOPLE + 1);
        assertTrue(besidesAll - besidesFew <= MORE_PAGES * (CONNECTIONS + 1),
                besidesAll + " requests besides the adds");
    }

    @Test
    void anUnchangedPageIsOneRequestAndNoStatement() {
        assertEquals(MORE_PAGES, number("unchanged-import-" + PEOPLE, "requests")
                - number("unchanged-import-" + TENTH, "requests"), 1);
        assertEquals(number("unchanged-import-" + TENTH, "statements"),
                number("unchanged-import-" + PEOPLE, "statements"));
    }

    @Test
    void aDeltaCostsWhatChangedAndNotWhatIsThere() {
        for (String phase : List.of("delta-import-", "delta-sync-", "delta-export-")) {
            assertEquals(CHANGED, number(phase + PEOPLE, "objects"));
            for (String counted : List.of("requests", "statements", "rowsWritten")) {
                assertEquals(number(phase + TENTH, counted), number(phase + PEOPLE, counted), phase + counted);
            }
        }
    }

    @Test
    void aMemberWhoLeavesALargeGroupIsOneValue() {
        for (String counted : List.of("requests", "statements", "rowsWritten")) {
            assertEquals(number("member-export-" + TENTH, counted), number("member-export-" + PEOPLE, counted));
        }
        assertEquals(1, number("member-export-" + PEOPLE, "values"));
    }

    private static long number(String phase, String name) {
        return phases.stream()
                .filter(told -> told.path("phase").asString().equals(phase))
                .findFirst().orElseThrow()
                .path(name).asLong();
    }
}
