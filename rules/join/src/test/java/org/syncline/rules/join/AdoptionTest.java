package org.syncline.rules.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.rules.join.Given.EMPLOYEE;
import static org.syncline.rules.join.Given.HERE;
import static org.syncline.rules.join.Given.NOW;
import static org.syncline.rules.join.Given.computed;
import static org.syncline.rules.join.Given.criterion;
import static org.syncline.rules.join.Given.employee;
import static org.syncline.rules.join.Given.linked;
import static org.syncline.rules.join.Given.match;
import static org.syncline.rules.join.Given.next;
import static org.syncline.rules.join.Given.person;
import static org.syncline.rules.join.Given.rules;
import static org.syncline.rules.join.Given.values;
import static org.syncline.rules.join.Given.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.rules.join.AdoptionDecision.AccountExists;
import org.syncline.rules.join.AdoptionDecision.Adopt;
import org.syncline.rules.join.AdoptionDecision.Ambiguous;
import org.syncline.rules.join.AdoptionDecision.Failed;
import org.syncline.rules.join.AdoptionDecision.NoneFound;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.Link.Origin;
import org.syncline.schema.identity.MetaverseObject;

/** Semantics 3.6, adopt before create. */
class AdoptionTest {
    private static final Criterion BY_KEY = criterion("by key", match("key", "employeeId"));
    private static final Criterion BY_MAIL = criterion("by mail", computed("LCase([mail])", "mail"));
    private static final MetaverseObject ANN =
            person(70, "employeeId", "7", "mail", "ann@example.com", "phones", "1;2");

    private static AdoptionDecision decide(JoinRules rules, ConnectorSpaceObject... candidates) {
        return Adoption.decide(List.of(rules), ANN, List.of(candidates), Present.at(NOW));
    }

    private static String reason(AdoptionDecision decision) {
        return assertInstanceOf(AccountExists.class, decision).reason();
    }

    @Test
    void adoptsTheExistingAccountInsteadOfCreatingASecondOne() {
        assertEquals(new Adopt(1, BY_KEY), decide(rules(BY_KEY), employee(1, "key", "7")));
    }

    @Test
    void findsNoneAmongObjectsThatOnlyShareAKey() {
        assertEquals(new NoneFound(), decide(rules(BY_KEY), employee(1, "key", "8")));
    }

    @Test
    void verifiesAComputedKeyOnTheCandidate() {
        assertEquals(new Adopt(1, BY_MAIL), decide(rules(BY_KEY, BY_MAIL), employee(1, "mail", "Ann@Example.COM")));
    }

    @Test
    void triesTheCriteriaInOrder() {
        assertEquals(new Adopt(2, BY_KEY),
                decide(rules(BY_KEY, BY_MAIL), employee(1, "mail", "ann@example.com"), employee(2, "key", "7")));
    }

    @Test
    void passesOverCandidatesForWhichTheCriterionIsNot() {
        assertEquals(new NoneFound(), decide(rules(when(BY_KEY, "IsPresent([status])")), employee(1, "key", "7")));
    }

    @Test
    void asksAPersonWhenSeveralFreeObjectsMatch() {
        assertEquals(new Ambiguous(List.of(1L, 2L), "by key"),
                decide(rules(BY_KEY), employee(1, "key", "7"), employee(2, "key", "7")));
    }

    @Test
    void letsTheNextCriterionResolveAnAmbiguity() {
        assertEquals(new Adopt(2, BY_MAIL), decide(rules(next(BY_KEY), BY_MAIL), employee(1, "key", "7"),
                employee(2, "key", "7", "mail", "ann@example.com")));
    }

    @Test
    void createsNoThirdAccountWhenNoCriterionResolvesAnAmbiguity() {
        assertInstanceOf(Ambiguous.class,
                decide(rules(next(BY_KEY), BY_MAIL), employee(1, "key", "7"), employee(2, "key", "7")));
    }

    @Test
    void createsNothingBesideAFilteredObject() {
        assertTrue(reason(decide(rules(BY_KEY), linked(employee(1, "key", "7"), Link.FILTERED))).contains("filter"));
    }

    @Test
    void createsNothingBesideAnExplicitlyDisconnectedObject() {
        ConnectorSpaceObject disconnected = linked(employee(1, "key", "7"), Link.EXPLICITLY_DISCONNECTED);
        assertTrue(reason(decide(rules(BY_KEY), disconnected)).contains("disconnected explicitly"));
    }

    @Test
    void createsNothingBesideAnObjectOfAnotherIdentity() {
        ConnectorSpaceObject joined = linked(employee(1, "key", "7"), Link.joined(71, Origin.JOIN));
        assertTrue(reason(decide(rules(BY_KEY), joined)).contains("identity 71"));
    }

    @Test
    void adoptsTheOneFreeObjectBesideOnesThatAreNot() {
        assertEquals(new Adopt(2, BY_KEY),
                decide(rules(BY_KEY), linked(employee(1, "key", "7"), Link.FILTERED), employee(2, "key", "7")));
    }

    @Test
    void adoptsAnAccountWithAnUnsentDelete() {
        ConnectorSpaceObject account = employee(1, "key", "7");
        assertEquals(new Adopt(1, BY_KEY), decide(rules(BY_KEY), account.with(account.hologram().want(null))));
    }

    @Test
    void waitsForTheConfirmationOfADeleteThatWasSent() {
        ConnectorSpaceObject account = employee(1, "key", "7");
        ConnectorSpaceObject deleted = account.with(account.hologram().want(null).accept(Delta.delete()));
        assertTrue(reason(decide(rules(BY_KEY), deleted)).contains("its deletion was sent"));
    }

    @Test
    void doesNotAdoptWhatTheSystemReportedDeleted() {
        ConnectorSpaceObject account = employee(1, "key", "7");
        assertEquals(new NoneFound(),
                decide(rules(BY_KEY), account.with(account.hologram().synchronize().stage(null))));
    }

    @Test
    void comparesADraftByItsDraft() {
        ConnectorSpaceObject draft = ConnectorSpaceObject.unseen(1, "hr", null, EMPLOYEE)
                .with(Hologram.unseen(EMPLOYEE))
                .withDraft(values(EMPLOYEE, "key", "7"))
                .with(Link.joined(71, Origin.PROVISIONING));
        assertInstanceOf(AccountExists.class, decide(rules(BY_KEY), draft));
    }

    @Test
    void ignoresObjectsOfAnotherConnector() {
        ConnectorSpaceObject other = ConnectorSpaceObject.unseen(1, "ad", null, EMPLOYEE)
                .with(Hologram.unseen(EMPLOYEE).stage(values(EMPLOYEE, "key", "7")));
        assertEquals(new NoneFound(), decide(rules(BY_KEY), other));
    }

    @Test
    void createsNothingWhileARuleFails() {
        Criterion failing = criterion("failing", computed("Error(\"no\")", "mail"));
        assertEquals(HERE, assertInstanceOf(Failed.class, decide(rules(failing), employee(1, "mail", "x"))).location());
    }

    @Test
    void looksObjectsUpByEveryValueTheIdentityHas() {
        Criterion two = criterion("two", match("key", "employeeId"), match("status", "phones"));
        assertEquals(
                List.of(new JoinKey("two#0", "employeeId", "7"), new JoinKey("two#1", "phones", "1"),
                        new JoinKey("two#1", "phones", "2")),
                Adoption.keys(rules(two), ANN));
    }
}
