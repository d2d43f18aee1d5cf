package org.syncline.platform.engine.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.MetaverseObject;

/** The joiner: what the rules could not decide, a person does, audited and without any harm. */
class JoinerTest {
    private final House house = new House();

    @BeforeEach
    void settle() {
        house.employ("1", "Ann", "Lee", null);
        house.employ("2", "Bob", "Ray", null);
        house.cycle();
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private Joiner joiner() {
        return new Joiner(house.store(), house.rules(), house.clock(), "ann");
    }

    private Finding finding() {
        return new Finding(house.store(), house.rules().ruleset());
    }

    private ConnectorSpaceObject object(String name) {
        return finding().findObject(name);
    }

    private MetaverseObject identity(String employeeId) {
        return finding().findIdentity("metaverse:employeeId=" + employeeId);
    }

    private List<Disconnected> disconnected(String connector) {
        List<Disconnected> objects = new ArrayList<>();
        joiner().list(connector, objects::add);
        return objects;
    }

    private int accounts() {
        return house.directory().objects("account").size();
    }

    @Test
    void aManualDisconnectNeverDeprovisions() {
        joiner().disconnect(object("hr:1"), true);
        house.cycle();
        house.cycle();
        assertEquals(2, accounts());
        assertEquals(LinkState.EXPLICITLY_DISCONNECTED, object("hr:1").link().state());
        assertEquals(1, disconnected("hr").size());
    }

    @Test
    void anExplicitlyDisconnectedObjectIsJoinedByAPersonOnly() {
        long before = identity("1").id();
        joiner().disconnect(object("hr:1"), true);
        house.nextVersion();
        house.cycle();
        assertEquals(LinkState.EXPLICITLY_DISCONNECTED, object("hr:1").link().state());

        joiner().join(object("hr:1"), finding().findIdentity("#" + before));
        house.cycle();
        assertEquals(Link.joined(before, Link.Origin.MANUAL), object("hr:1").link());
        assertEquals("Lee", identity("1").attributes().text("sn"));
        assertEquals(2, accounts());
    }

    @Test
    void aDisconnectedAccountIsListedWithItsCandidates() {
        joiner().disconnect(object("directory:uid=alee,ou=People,dc=test"), true);
        Disconnected listed = disconnected("directory").getFirst();
        assertEquals("explicitly disconnected", listed.state());
        Disconnected.Attempt attempt = listed.attempts().getFirst();
        assertEquals("1", attempt.keys().get("employeeId"));
        assertEquals(
                new Disconnected.Candidate(identity("1").id(), 100, List.of("employeeId"), false),
                attempt.candidates().getFirst());
        house.cycle();
        assertEquals(2, accounts(), "nobody gets a second account");
    }

    @Test
    void aLinkMadeByHandIsProtectedFromTheFilter() {
        long identity = identity("1").id();
        joiner().disconnect(object("hr:1"), false);
        joiner().join(object("hr:1"), finding().findIdentity("#" + identity));
        house.filtering("[id] = \"1\"").nextVersion();
        house.cycle();
        assertEquals(Link.joined(identity, Link.Origin.MANUAL), object("hr:1").link());
        assertEquals(2, accounts());
    }

    @Test
    void theFilterTakesNoExplicitDecisionBack() {
        joiner().disconnect(object("hr:1"), true);
        house.filtering("[id] = \"1\"").nextVersion();
        house.cycle();
        house.employ("1", "Ann", "Married", null);
        house.cycle();
        assertEquals(Link.EXPLICITLY_DISCONNECTED, object("hr:1").link(), "what the filter matches, too");

        house.filtering(null).nextVersion();
        house.cycle();
        assertEquals(Link.EXPLICITLY_DISCONNECTED, object("hr:1").link(), "and what it matches no more");
        assertEquals(2, accounts());
    }

    @Test
    void aLinkMadeByHandIsProtectedFromTheFilterAlsoWhenTheObjectChanges() {
        long identity = identity("1").id();
        joiner().disconnect(object("hr:1"), false);
        joiner().join(object("hr:1"), finding().findIdentity("#" + identity));
        house.filtering("[last] = \"Married\"").nextVersion();
        house.employ("1", "Ann", "Married", null);
        house.cycle();
        assertEquals(Link.joined(identity, Link.Origin.MANUAL), object("hr:1").link());
        assertEquals("Married", identity("1").attributes().text("sn"));
        assertEquals(2, accounts());
    }

    @Test
    void whatTheFilterKeepsOutIsJoinedByHandAndStays() {
        house.filtering("[id] = \"3\"");
        house.employ("3", "Ann", "Lee", null);
        house.cycle();
        joiner().disconnect(object("hr:1"), true);
        joiner().join(object("hr:3"), identity("1"));
        house.nextVersion();
        house.cycle();
        assertEquals(Link.Origin.MANUAL, object("hr:3").link().origin());
        assertEquals(2, accounts());
    }

    @Test
    void aProjectedObjectBecomesAnIdentityInTheNextSynchronization() {
        house.filtering("[id] = \"3\"");
        house.employ("3", "Eve", "Fox", null);
        house.cycle();
        assertEquals("filtered", disconnected("hr").getFirst().state());

        joiner().project(object("hr:3"), null);
        house.cycle();
        assertEquals("Fox", identity("3").attributes().text("sn"));
        assertEquals(3, accounts());
    }

    @Test
    void whatWasDoneIsAudited() {
        long identity = identity("1").id();
        joiner().disconnect(object("hr:1"), false);
        joiner().join(object("hr:1"), finding().findIdentity("#" + identity));
        ConnectorSpaceObject hr = object("hr:1");
        assertEquals(
                List.of(
                        new AuditRecord(
                                house.clock().instant(), "ann", "join", "hr", hr.id(), "1", "disconnected",
                                "joined to identity #" + identity + " by hand"),
                        new AuditRecord(
                                house.clock().instant(), "ann", "disconnect", "hr", hr.id(), "1",
                                "joined to identity #" + identity + " by projection", "disconnected")),
                house.store().runHistory().audits(10));
    }

    @Test
    void theRulesMayJoinAnObjectThatWasDisconnectedAndNotExplicitly() {
        long identity = identity("1").id();
        joiner().disconnect(object("directory:uid=alee,ou=People,dc=test"), false);
        house.cycle();
        assertEquals(identity, object("directory:uid=alee,ou=People,dc=test").link().identity());
        assertEquals(0, house.run("directory", Kind.EXPORT).counters().of(Counter.EXPORT_ADD));
    }

    @Test
    void anIdentityGetsNoSecondAccountOfAConnector() {
        assertRefused(
                "Identity #" + identity("2").id() + " has the account '2' in 'hr' already; disconnect that one first",
                () -> {
                    joiner().disconnect(object("hr:1"), true);
                    joiner().join(object("hr:1"), identity("2"));
                });
        assertRefused("'2' is joined to identity", () -> joiner().join(object("hr:2"), identity("2")));
        assertRefused("'1' is joined to nobody", () -> joiner().disconnect(object("hr:1"), true));
    }

    @Test
    void whatIsNamedWronglyIsExplained() {
        assertRefused("Connector 'hr' has no object with the anchor or name '9'", () -> object("hr:9"));
        assertRefused("names no object; write CONNECTOR:ANCHOR", () -> object("payroll:9"));
        assertRefused("There is no identity #99", () -> finding().find("#99"));
        assertRefused("No identity has the value 'x' in 'sn'", () -> finding().find("metaverse:sn=x"));
        assertRefused("No metaverse type has an attribute 'shoe'", () -> finding().find("metaverse:shoe=4"));
        assertRefused("is an identity, not an object", () -> object("metaverse:sn=Lee"));
        house.employ("3", "Eve", "Lee", null);
        house.cycle();
        assertRefused("Several identities have the value 'lee' in 'sn'", () -> finding().find("metaverse:sn=lee"));
    }

    private static void assertRefused(String message, Runnable work) {
        String refusal = assertThrows(OperationRefused.class, work::run).getMessage();
        assertTrue(refusal.contains(message), refusal);
    }
}
