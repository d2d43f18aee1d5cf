package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.scenario.EndOfAnIdentity.Account;
import org.syncline.platform.engine.scenario.EndOfAnIdentity.Ends;
import org.syncline.platform.engine.scenario.EndOfAnIdentity.Made;
import org.syncline.platform.engine.scenario.EndOfAnIdentity.Outcome;
import org.syncline.platform.engine.scenario.EndOfAnIdentity.Situation;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Semantics 3.7: each end condition, with and without grace, each outcome, each way an account came to be, each time at which
 * the person returns.
 */
class DeprovisioningMatrixTest {
    private static final List<Integer> DAYS = List.of(0, 3, 8, 20, 50, 60);
    private static final String ACTIVE = "cn=Ann Berg,ou=People: employeeNumber=7 title=Boss";
    private static final String DISABLED = "cn=Ann Berg,ou=Leavers: employeeNumber=7 title=Boss locked=yes";

    @TempDir
    Path folder;

    private Site site;

    @AfterEach
    void leave() {
        site.leave();
    }

    static Stream<EndOfAnIdentity> rows() {
        List<EndOfAnIdentity> rows = new ArrayList<>();
        for (Ends ends : Ends.values()) {
            for (int grace : new int[]{0, 7}) {
                for (Outcome outcome : Outcome.values()) {
                    for (Made made : Made.values()) {
                        for (int returns : new int[]{EndOfAnIdentity.NEVER, 3, 20, 60}) {
                            rows.add(new EndOfAnIdentity(ends, grace, outcome, made, returns));
                        }
                    }
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "3.7: {0}")
    @MethodSource("rows")
    void endsAsWritten(EndOfAnIdentity row) {
        site = new Site(folder);
        row.configure(site);
        if (row.made() == Made.JOINED) {
            site.in("ad").put("user", Map.of("dn", "cn=Ann Berg,ou=People", "employeeNumber", "7", "title", "Boss"));
        }
        employ("current");
        site.in("agency").put("contractor", "c7", Map.of("number", "7"));
        site.cycle();
        if (row.made() == Made.BY_HAND) {
            linkByHand();
        }
        assertEquals(new Situation(EndOfAnIdentity.Identity.LIVING, Account.ACTIVE, true), situation());
        List<Situation> expected = new ArrayList<>();
        List<Situation> found = new ArrayList<>();
        int today = 0;
        for (int day : DAYS) {
            site.wait("P" + (day - today) + "D");
            today = day;
            if (day == 0) {
                lose(row.ends());
            } else if (day == row.returns()) {
                comeBack(row.ends());
            }
            site.cycle();
            found.add(situation());
            expected.add(row.on(day));
        }
        site.settle();
        assertEquals(expected, found);
    }

    private void employ(String status) {
        site.in("hr").put("employee", "7", Map.of("first", "Ann", "last", "Berg", "title", "Boss", "status", status));
    }

    private void lose(Ends ends) {
        if (ends == Ends.CONDITION) {
            employ("gone");
        } else {
            site.in("hr").remove("employee", "7");
        }
        if (ends != Ends.ANY_GONE && ends != Ends.CONDITION) {
            site.in("agency").remove("contractor", "c7");
        }
    }

    private void comeBack(Ends ends) {
        employ("current");
        if (ends != Ends.ANY_GONE && ends != Ends.CONDITION) {
            site.in("agency").put("contractor", "c7", Map.of("number", "7"));
        }
    }

    private void linkByHand() {
        ConnectorSpaceObject account = account();
        ConnectorSpaceObject linked = account.with(Link.joined(account.link().identity(), Link.Origin.MANUAL));
        site.store().inTransaction(() -> site.store()
                .connectorSpace()
                .write(List.of(new ObjectKeys(site.rules().ruleset()).change(account, linked))));
    }

    /** The object of the account; null if there is none. */
    private ConnectorSpaceObject account() {
        return site.store().connectorSpace().load(site.store().connectorSpace().all("ad", 0, 10)).stream()
                .findFirst()
                .orElse(null);
    }

    private Situation situation() {
        List<MetaverseObject> identities =
                site.store().metaverse().load(site.store().metaverse().all(0, 10));
        assertEquals(true, identities.size() < 2, () -> "Two identities of one person: " + identities);
        EndOfAnIdentity.Identity identity = identities.isEmpty()
                ? EndOfAnIdentity.Identity.GONE
                : identities.getFirst().isEnding()
                        ? EndOfAnIdentity.Identity.ENDING
                        : EndOfAnIdentity.Identity.LIVING;
        Account account = switch (site.in("ad").show("user")) {
            case ACTIVE -> Account.ACTIVE;
            case DISABLED -> Account.DISABLED;
            case "" -> Account.NONE;
            default -> throw new AssertionError(site.in("ad").show("user"));
        };
        boolean linked = account() != null && account().link().state() == LinkState.JOINED;
        return new Situation(identity, account, linked);
    }
}
