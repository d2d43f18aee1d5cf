package org.syncline.platform.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.operations.Joiner;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.LinkState;

/** Semantics 3.7: identities that nothing holds, objects whose identity is gone, links broken by hand, and what stays dead. */
class OrphansTest extends Story {
    private static final String ANN = "cn=Ann Berg,ou=People";

    private ConnectorSpaceObject object(String connector) {
        return site.store().connectorSpace().load(site.store().connectorSpace().all(connector, 0, 10)).getFirst();
    }

    @Test
    void aFullSynchronizationEndsTheIdentitiesThatNothingHoldsAnyMore() {
        site.change("syncline.xml", "</object-type>", "<ends when=\"never\"/></object-type>");
        employ("7", "Ann", "Berg");
        employ("8", "Bob", "Cole");
        site.settle();
        dismiss("7");
        site.settle();
        assertEquals(2, site.identities());
        site.change("syncline.xml", "<ends when=\"never\"/>", "<ends when=\"last-link-gone\"/>");
        StepReport report = site.run("ad", Kind.FULL_SYNC);
        assertEquals(1, report.counters().of(Counter.CONNECTOR_DELETE_REMOVE_MV));
        site.settle();
        assertEquals(1, site.identities());
        assertEquals("cn=Bob Cole,ou=People: employeeNumber=8", users());
    }

    @Test
    void anObjectWhoseIdentityIsGoneBelongsToNobodyAndIsJoinedAnew() {
        employ("7", "Ann", "Berg");
        site.settle();
        site.store().inTransaction(() -> site.store().metaverse().write(
                site.store().metaverse().load(site.store().metaverse().all(0, 10)).stream()
                        .map(identity -> new ObjectKeys(site.rules().ruleset()).change(identity, null))
                        .toList()));
        site.run("ad", Kind.FULL_SYNC);
        assertEquals(LinkState.DISCONNECTED, object("ad").link().state());
        assertEquals(ANN + ": employeeNumber=7", users(), "It is disconnected, never deleted");
        site.run("hr", Kind.FULL_SYNC);
        site.settle();
        assertEquals(1, site.identities());
        assertEquals(LinkState.JOINED, object("ad").link().state());
    }

    @Test
    void aLinkBrokenByHandDeprovisionsNothing() {
        employ("7", "Ann", "Berg");
        site.settle();
        new Joiner(site.store(), site.rules(), site.clock(), "ann").disconnect(object("hr"), true);
        site.settle();
        assertEquals(ANN + ": employeeNumber=7", users());
        assertEquals(1, site.identities());
        assertEquals(Leaving.DISCONNECTED_BY_HAND, object("ad").leaving().rule());
        new Joiner(site.store(), site.rules(), site.clock(), "ann")
                .join(object("hr"), site.store().metaverse().load(site.store().metaverse().all(0, 1)).getFirst());
        site.settle();
        assertNull(object("ad").leaving());
        dismiss("7");
        site.settle();
        assertEquals("", users());
        assertEquals(0, site.identities());
    }

    @Test
    void anAccountThatAnEndDisconnectedIsNotProjectedUntilItChanges() {
        site.change("rules/join/ad.xml", "</join-rules>", "<project name=\"from the directory\"/></join-rules>");
        flows("""
                <import from="employeeNumber" to="phone"/>
                <export from="employeeId" to="employeeNumber"/>""");
        accounts("""
                <provision name="everybody">
                  <when><present attribute="employeeId"/></when>
                  <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=People"</dn>
                </provision>
                <when-identity-ends>
                  <disable><set to="description" value="left"/></disable><disconnect/>
                </when-identity-ends>""");
        employ("7", "Ann", "Berg");
        site.settle();
        dismiss("7");
        site.settle();
        assertEquals(ANN + ": employeeNumber=7 description=left", users());
        assertEquals(0, site.identities(), "Our own change does not bring the identity back");
        site.in("ad").edit("user", ANN, Map.of("telephoneNumber", "1"));
        site.settle();
        assertEquals(1, site.identities(), "Somebody needs the account again");
    }

    @Test
    void anAccountThatIsAboutToBeDeletedIsNotProjected() {
        site.change("rules/join/ad.xml", "</join-rules>", "<project name=\"from the directory\"/></join-rules>");
        employ("7", "Ann", "Berg");
        site.settle();
        dismiss("7");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        site.in("ad").edit("user", ANN, Map.of("telephoneNumber", "1"));
        site.run("ad", Kind.FULL_IMPORT);
        site.run("ad", Kind.FULL_SYNC);
        site.settle();
        assertEquals("", users());
        assertEquals(0, site.identities());
    }

    @Test
    void whatWasNeverCreatedIsNotCreatedForSomebodyWhoLeftAgain() {
        accounts("""
                <provision name="everybody">
                  <dn>"cn=" &amp; EscapeDNComponent([givenName] &amp; " " &amp; [sn]) &amp; ",ou=People"</dn>
                </provision>
                <when-identity-ends><disable><set to="description" value="left"/></disable></when-identity-ends>""");
        site.settle();
        employ("7", "Ann", "Berg");
        site.run("hr", Kind.FULL_IMPORT);
        site.run("hr", Kind.DELTA_SYNC);
        assertEquals("ad: ADD " + ANN, site.pendingExports());
        dismiss("7");
        site.settle();
        assertEquals("", users());
        assertEquals(List.of(), site.store().connectorSpace().all("ad", 0, 10));
    }
}
