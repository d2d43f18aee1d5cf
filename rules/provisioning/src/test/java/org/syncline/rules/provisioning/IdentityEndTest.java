package org.syncline.rules.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.rules.provisioning.Given.HERE;
import static org.syncline.rules.provisioning.Given.NOW;
import static org.syncline.rules.provisioning.Given.PERSON;
import static org.syncline.rules.provisioning.Given.expression;
import static org.syncline.rules.provisioning.Given.object;
import static org.syncline.rules.provisioning.Given.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.rules.provisioning.EndDecision.Ending;
import org.syncline.rules.provisioning.EndDecision.Ends;
import org.syncline.rules.provisioning.EndDecision.Lives;
import org.syncline.rules.provisioning.IdentityEnd.Links;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.Link.Origin;
import org.syncline.schema.identity.MetaverseObject;

/** Semantics 3.7: when an identity ends. */
class IdentityEndTest {
    private static final Duration NO_GRACE = Duration.ZERO;
    private static final EndPolicy LAST = new EndPolicy.LastLinkGone(NO_GRACE);

    private static EndDecision judge(EndPolicy policy, MetaverseObject identity, Links links,
            List<ConnectorSpaceObject> accounts) {
        return IdentityEnd.judge(new MetaverseType(PERSON, policy, HERE), identity, accounts, links, Present.at(NOW));
    }

    private static EndDecision judge(EndPolicy policy, ConnectorSpaceObject... accounts) {
        return judge(policy, person(), Links.UNCHANGED, List.of(accounts));
    }

    private static ConnectorSpaceObject joined(String connector) {
        return object(connector.hashCode(), connector, Origin.JOIN);
    }

    private static ConnectorSpaceObject provisioned(String connector) {
        return object(connector.hashCode(), connector, Origin.PROVISIONING);
    }

    @Test
    void neverEndsWhereNothingEndsIt() {
        assertEquals(new Lives(), judge(new EndPolicy.Never()));
    }

    @Test
    void endsWithTheLastLinkThatProvisioningDidNotMake() {
        assertEquals(new Lives(), judge(LAST, joined("hr"), provisioned("ad")));
        assertEquals(new Ends(NOW), judge(LAST, provisioned("ad")));
        assertEquals(new Ends(NOW), judge(LAST));
    }

    @Test
    void countsProjectedAndHandMadeLinks() {
        assertEquals(new Lives(), judge(LAST, object(1, "hr", Origin.PROJECTION)));
        assertEquals(new Lives(), judge(LAST, object(1, "hr", Origin.MANUAL)));
    }

    @Test
    void countsNoObjectThatIsNotJoined() {
        assertEquals(new Ends(NOW), judge(LAST, joined("hr").with(Link.FILTERED)));
    }

    @Test
    void countsNoObjectThatWasDeletedInItsSystem() {
        assertEquals(new Ends(NOW), judge(LAST, joined("ad").with(Hologram.unseen(Given.ACCOUNT))));
    }

    /** The columns: match, connectors it is linked to, lost, found, whether it is ending, what is decided. */
    @ParameterizedTest
    @CsvSource({
            "any, hr1,         '',  '',  no,  Lives", // never was in hr2
            "any, hr1 hr2,     '',  '',  no,  Lives",
            "any, hr1,         hr2, '',  no,  Ends", // was in both
            "any, hr1,         ad,  '',  no,  Lives", // what it lost is not named
            "any, ad,          hr1, '',  no,  Ends",
            "any, ad,          '',  '',  no,  Lives", // never was in any of them
            "any, '',          ad,  '',  no,  Ends", // nothing stands for it any more
            "any, hr1 hr2,     hr1, '',  no,  Lives", // has another link to it
            "any, hr1,         '',  '',  yes, Ends", // the end that is pending goes on
            "any, hr1,         '',  hr1, yes, Lives", // its object returned
            "any, hr1,         '',  ad,  yes, Ends", // another object came
            "any, hr1 hr2,     '',  '',  yes, Lives",
            "all, hr1,         hr2, '',  no,  Lives",
            "all, ad,          hr2, '',  no,  Ends",
            "all, ad,          '',  '',  no,  Lives",
            "all, ad,          '',  '',  yes, Ends",
            "all, ad hr2,      '',  hr2, yes, Lives",
            "all, '',          '',  '',  no,  Ends"})
    void endsWhenLinksOfNamedConnectorsAreLost(
            String match, String linked, String lost, String found, String ending, String decision) {
        EndPolicy policy = new EndPolicy.LinksGone(Set.of("hr1", "hr2"), match.equals("all"), NO_GRACE);
        MetaverseObject identity = ending.equals("yes") ? person().endingSince(NOW.minusSeconds(1)) : person();
        List<ConnectorSpaceObject> accounts =
                new ArrayList<>(names(linked).stream().map(IdentityEndTest::joined).toList());
        accounts.add(provisioned("hr2"));
        EndDecision judged = judge(policy, identity, new Links(names(lost), names(found)), accounts);
        assertEquals(decision, judged.getClass().getSimpleName());
    }

    private static Set<String> names(String list) {
        return list.isEmpty() ? Set.of() : Set.of(list.split(" "));
    }

    @Test
    void waitsForTheGraceToPass() {
        EndPolicy week = new EndPolicy.LastLinkGone(Duration.ofDays(7));
        assertEquals(new Ending(NOW, NOW.plus(Duration.ofDays(7))), judge(week));
        MetaverseObject sixDays = person().endingSince(NOW.minus(Duration.ofDays(6)));
        assertEquals(new Ending(sixDays.endingSince(), NOW.plus(Duration.ofDays(1))),
                judge(week, sixDays, Links.UNCHANGED, List.of()));
        MetaverseObject sevenDays = person().endingSince(NOW.minus(Duration.ofDays(7)));
        assertEquals(new Ends(sevenDays.endingSince()), judge(week, sevenDays, Links.UNCHANGED, List.of()));
    }

    @Test
    void cancelsAnEndWhenAnObjectReturns() {
        MetaverseObject ending = person().endingSince(NOW.minus(Duration.ofDays(6)));
        assertEquals(new Lives(),
                judge(new EndPolicy.LastLinkGone(Duration.ofDays(7)), ending, Links.UNCHANGED, List.of(joined("hr"))));
    }

    @Test
    void endsByAConditionWhateverTheLinksAre() {
        EndPolicy left = new EndPolicy.When(expression("[status] = \"left\""), NO_GRACE);
        assertEquals(new Ends(NOW), judge(left, person("status", "left"), Links.UNCHANGED, List.of(joined("hr"))));
        assertEquals(new Lives(), judge(left, person("status", "active"), Links.UNCHANGED, List.of()));
    }

    @Test
    void endsNobodyByAConditionThatFails() {
        EndPolicy failing = new EndPolicy.When(expression("IsPresent(Error(\"no\"))"), NO_GRACE);
        assertEquals(new Lives(), judge(failing));
    }

    @Test
    void seesTheConnectorsInItsCondition() {
        EndPolicy apart = new EndPolicy.When(expression("Not IsConnectedTo(\"hr\")"), NO_GRACE);
        assertEquals(new Lives(), judge(apart, joined("hr")));
        assertEquals(new Ends(NOW), judge(apart, joined("ad")));
    }
}
