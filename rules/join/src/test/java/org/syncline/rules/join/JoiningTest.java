package org.syncline.rules.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.rules.join.Given.NOW;
import static org.syncline.rules.join.Given.computed;
import static org.syncline.rules.join.Given.criterion;
import static org.syncline.rules.join.Given.employee;
import static org.syncline.rules.join.Given.many;
import static org.syncline.rules.join.Given.match;
import static org.syncline.rules.join.Given.next;
import static org.syncline.rules.join.Given.person;
import static org.syncline.rules.join.Given.projecting;
import static org.syncline.rules.join.Given.rules;
import static org.syncline.rules.join.Given.scoped;
import static org.syncline.rules.join.Given.when;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.rules.join.JoinDecision.AlreadyJoined;
import org.syncline.rules.join.JoinDecision.Ambiguous;
import org.syncline.rules.join.JoinDecision.Failed;
import org.syncline.rules.join.JoinDecision.Join;
import org.syncline.rules.join.JoinDecision.Project;
import org.syncline.rules.join.JoinDecision.StayDisconnected;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/** Semantics 3.3 and 3.4. */
class JoiningTest {
    private static final Criterion BY_KEY = criterion("by key", match("key", "employeeId"));
    private static final Criterion BY_MAIL = criterion("by mail", computed("LCase([mail])", "mail"));
    private static final ConnectorSpaceObject ANN = employee(1, "key", "7", "mail", "Ann@Example.com", "phone", "1;2");

    private static JoinDecision decide(JoinRules rules, ConnectorSpaceObject object, Set<Long> taken,
            MetaverseObject... found) {
        Candidates candidates = new Candidates() {
            @Override
            public List<MetaverseObject> with(String metaverseType, String attribute, String value) {
                return List.of(found);
            }

            @Override
            public boolean isTaken(long identity) {
                return taken.contains(identity);
            }
        };
        return Joining.decide(List.of(rules), object, object.hologram().imported(), Present.at(NOW), candidates);
    }

    private static JoinDecision decide(JoinRules rules, MetaverseObject... found) {
        return decide(rules, ANN, Set.of(), found);
    }

    private static String reason(JoinDecision decision) {
        return assertInstanceOf(StayDisconnected.class, decision).reason();
    }

    @Test
    void joinsTheOneIdentityThatMatches() {
        assertEquals(new Join(70, BY_KEY), decide(rules(BY_KEY), person(70, "employeeId", "7")));
    }

    @Test
    void comparesEveryCandidateItIsGivenInFull() {
        assertTrue(
                reason(decide(rules(BY_KEY), person(70, "employeeId", "77"))).contains("by key: no identity matches"));
    }

    @Test
    void triesTheNextCriterionWhenNoneMatches() {
        assertEquals(new Join(70, BY_MAIL), decide(rules(BY_KEY, BY_MAIL), person(70, "mail", "ann@example.com")));
    }

    @Test
    void prefersTheFirstCriterionThatMatches() {
        assertEquals(new Join(70, BY_KEY),
                decide(rules(BY_KEY, BY_MAIL), person(71, "mail", "ann@example.com"), person(70, "employeeId", "7")));
    }

    @Test
    void needsAllMatchesOfACriterion() {
        Criterion both = criterion("both", match("key", "employeeId"), match("status", "mail"));
        ConnectorSpaceObject object = employee(1, "key", "7", "status", "x");
        MetaverseObject half = person(70, "employeeId", "7", "mail", "y");
        MetaverseObject whole = person(71, "employeeId", "7", "mail", "x");
        assertEquals(new Join(71, both), decide(rules(both), object, Set.of(), half, whole));
    }

    @Test
    void comparesCaseUnlessToldNotTo() {
        Criterion exact = criterion("exact", match("mail", "mail"));
        assertInstanceOf(StayDisconnected.class, decide(rules(exact), person(70, "mail", "ann@example.com")));
        assertInstanceOf(Join.class, decide(rules(BY_MAIL), person(70, "mail", "ANN@example.com")));
    }

    @Test
    void matchesAnyValueOfAMultiValuedIdentityAttribute() {
        Criterion byPhone = criterion("by phone", match("key", "phones"));
        assertEquals(new Join(70, byPhone), decide(rules(byPhone), person(70, "phones", "5;7")));
    }

    @Test
    void passesOverACriterionWhoseKeyHasSeveralValuesOrNone() {
        Criterion byPhone = criterion("by phone", match("phone", "phones"));
        Criterion byStatus = criterion("by status", match("status", "mail"));
        String reason = reason(decide(rules(byPhone, byStatus), person(70, "phones", "1;2")));
        assertTrue(reason.contains("by phone: the object has no single value to compare"), reason);
        assertTrue(reason.contains("by status: the object has no single value to compare"), reason);
    }

    @Test
    void holdsAnObjectThatSeveralIdentitiesMatch() {
        assertEquals(new Ambiguous(BY_KEY, List.of(70L, 71L)),
                decide(rules(BY_KEY), person(70, "employeeId", "7"), person(71, "employeeId", "7")));
    }

    @Test
    void countsAnIdentityFoundTwiceOnce() {
        assertEquals(new Join(70, BY_KEY),
                decide(rules(BY_KEY), person(70, "employeeId", "7"), person(70, "employeeId", "7")));
    }

    @Test
    void triesTheNextCriterionAfterAnAmbiguousOneThatSaysSo() {
        assertEquals(new Join(71, BY_MAIL),
                decide(rules(next(BY_KEY), BY_MAIL), person(70, "employeeId", "7"),
                        person(71, "employeeId", "7", "mail", "ann@example.com")));
    }

    @Test
    void reportsAnIdentityThatHasSuchAnAccountAlready() {
        assertEquals(new AlreadyJoined(BY_KEY, 70),
                decide(rules(BY_KEY), ANN, Set.of(70L), person(70, "employeeId", "7")));
    }

    @Test
    void letsSeveralObjectsJoinOneIdentityWhereTheCriterionAllowsIt() {
        Criterion contracts = many(BY_KEY);
        assertEquals(new Join(70, contracts),
                decide(rules(contracts), ANN, Set.of(70L), person(70, "employeeId", "7")));
    }

    @Test
    void asksACriterionOnlyWhenItsConditionHolds() {
        Criterion left = when(BY_KEY, "[status] = \"left\"");
        assertTrue(reason(decide(rules(left), person(70, "employeeId", "7"))).contains("its condition does not hold"));
    }

    @Test
    void projectsWhatNoCriterionMatched() {
        JoinRules rules = projecting(rules(BY_KEY), null);
        assertEquals(new Project("person", rules.projections().getFirst()), decide(rules));
    }

    @Test
    void doesNotProjectWhatIsAmbiguous() {
        assertInstanceOf(Ambiguous.class,
                decide(projecting(rules(BY_KEY), null), person(70, "employeeId", "7"), person(71, "employeeId", "7")));
    }

    @Test
    void projectsOnlyWhereTheConditionHolds() {
        assertTrue(reason(decide(projecting(rules(BY_KEY), "IsPresent([status])")))
                .contains("'new people' does not hold"));
    }

    @Test
    void leavesObjectsOutOfScopeAlone() {
        assertTrue(reason(decide(scoped(projecting(rules(BY_KEY), null), "IsPresent([status])"))).contains("scope"));
    }

    @Test
    void saysWhichRuleFailed() {
        Criterion failing = criterion("failing", computed("Error(\"no\")", "mail"));
        assertEquals(Given.HERE, assertInstanceOf(Failed.class, decide(rules(failing))).location());
    }

    @Test
    void givesAKeyPerMatchAndLeavesOutWhatHasNone() {
        Criterion three = criterion("three", match("key", "employeeId"), match("phone", "phones"),
                computed("LCase([mail])", "mail"), computed("Error(\"no\")", "mail"));
        assertEquals(
                List.of(new JoinKey("three#0", "employeeId", "7"), new JoinKey("three#2", "mail", "ann@example.com")),
                Joining.keys(rules(three), ANN, ANN.hologram().imported(), Present.at(NOW)));
    }

    @Test
    void neverTakesTheNumberOfAReferredIdentityForAKey() {
        Criterion byManager = criterion("by manager", match("key", "manager"));
        MetaverseObject referring = person(70);
        MetaverseObject seven = referring.with(
                referring.attributes().with("manager", ReferenceValue.toIdentity(7)), referring.lineage());
        assertInstanceOf(StayDisconnected.class, decide(rules(byManager), seven));
        assertEquals(Absence.NULL, referring.attributes().get("manager"));
    }

    private static JoinDecision decide(List<JoinRules> files, MetaverseObject... found) {
        return Joining.decide(files, ANN, ANN.hologram().imported(), Present.at(NOW), new Candidates() {
            @Override
            public List<MetaverseObject> with(String metaverseType, String attribute, String value) {
                return List.of(found).stream().filter(one -> one.type().name().equals(metaverseType)).toList();
            }

            @Override
            public boolean isTaken(long identity) {
                return false;
            }
        });
    }

    @Test
    void theCriteriaOfAllFilesComeBeforeTheProjectionsOfAnyInTheOrderOfFiles() {
        JoinRules first = projecting(rules(BY_KEY), null);
        JoinRules second = rules(BY_MAIL);
        assertEquals(new Join(3, BY_MAIL), decide(List.of(first, second), person(3, "mail", "ann@example.com")));
        assertEquals(
                new Join(4, BY_KEY),
                decide(List.of(first, second), person(3, "mail", "ann@example.com"), person(4, "employeeId", "7")));
    }

    @Test
    void theFirstProjectionWhoseConditionHoldsMakesTheIdentity() {
        JoinRules rooms = new JoinRules("hr", "employee", "room", null, List.of(), List.of(
                new JoinRules.Projection("rooms", Given.expression("[status] = \"room\""), Given.HERE),
                new JoinRules.Projection("cars", Given.expression("[key] = \"7\""), Given.HERE)), Given.HERE);
        Project project = assertInstanceOf(Project.class, decide(List.of(rooms, projecting(rules(BY_KEY), null))));
        assertEquals("cars", project.projection().name());
        assertEquals("room", project.metaverseType());
    }

    @Test
    void aFileOutsideItsScopeCountsForNothing() {
        JoinRules outside = scoped(projecting(rules(BY_KEY), null), "[status] = \"left\"");
        assertInstanceOf(StayDisconnected.class,
                decide(List.of(outside, rules(BY_MAIL)), person(4, "employeeId", "7")));
    }

    @Test
    void aJoinOfOneFileFindsNoIdentityOfAnotherType() {
        JoinRules rooms =
                new JoinRules("hr", "employee", "room", null, List.of(BY_KEY), List.of(), Given.HERE);
        assertInstanceOf(StayDisconnected.class, decide(List.of(rooms), person(4, "employeeId", "7")));
    }
}
