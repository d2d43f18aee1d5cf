package org.syncline.rules.attributeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.rules.attributeflow.Flow.in;
import static org.syncline.rules.attributeflow.Given.EARLIER;
import static org.syncline.rules.attributeflow.Given.NOW;
import static org.syncline.rules.attributeflow.Given.flows;
import static org.syncline.rules.attributeflow.Given.imports;
import static org.syncline.rules.attributeflow.Given.nobody;
import static org.syncline.rules.attributeflow.Given.number;
import static org.syncline.rules.attributeflow.Given.object;
import static org.syncline.rules.attributeflow.Given.person;
import static org.syncline.rules.attributeflow.Given.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/** Semantics 3.5, attributes of which one contributor wins. */
class ImportElectionTest {
    private static final IncomingReferences RESOLVED =
            (owner, attribute, reference) -> reference.key().equals("unknown")
                    ? null
                    : ReferenceValue.toIdentity(Long.parseLong(reference.key()));

    private static Contributor from(ConnectorSpaceObject object, Flow... flows) {
        return new Contributor(object, List.of(imports(object.connector(), flows)));
    }

    private static Election elect(MetaverseObject before, Contributor... contributors) {
        return ImportElection.elect(before, List.of(contributors), RESOLVED, 2, Present.at(NOW), true);
    }

    private static Content name(Election election) {
        return election.identity().attributes().get("name");
    }

    private static Lineage lineage(Election election, String attribute) {
        return election.identity().lineage().get(Given.PERSON.index(attribute)).getFirst();
    }

    private static List<String> outcomes(Election election) {
        return election.trace().stream().map(FlowTrace::outcome).toList();
    }

    @Test
    void takesTheValueOfTheContributorWithTheLowestPrecedence() {
        Election election = elect(nobody(), from(object(2, "ad", "name", "Annie"), in("name").ranked(20)),
                from(object(1, "hr", "name", "Ann"), in("name").ranked(10)));
        assertEquals(text("Ann"), name(election));
        assertEquals(List.of("won", "lost"), outcomes(election));
    }

    @Test
    void remembersWhoBroughtAValueAndWhen() {
        Election election = elect(nobody(), from(object(1, "hr", "name", "Ann"), in("name")));
        assertEquals(new Lineage(1, "name", 2, NOW), lineage(election, "name"));
    }

    @Test
    void asksTheNextContributorWhenOneHasNothing() {
        Election election = elect(nobody(), from(object(1, "hr"), in("name").ranked(10)),
                from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertEquals(text("Annie"), name(election));
        assertEquals(List.of("nothing", "won"), outcomes(election));
    }

    @Test
    void asksTheNextContributorWhenAConditionDoesNotHold() {
        Election election = elect(nobody(),
                from(object(1, "hr", "name", "Ann"), in("name").ranked(10).when("IsPresent([status])")),
                from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertEquals(text("Annie"), name(election));
        assertEquals(List.of("condition-not-met", "won"), outcomes(election));
    }

    @Test
    void asksTheNextContributorWhenAnObjectIsOutOfScope() {
        ConnectorSpaceObject hr = object(1, "hr", "name", "Ann");
        Contributor outside = new Contributor(hr, List.of(flows("hr", "IsPresent([status])", in("name").ranked(10))));
        Election election = elect(nobody(), outside, from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertEquals(text("Annie"), name(election));
    }

    @Test
    void clearsTheAttributeAndAsksNobodyOnAuthoritativeNull() {
        Election election = elect(person(2, "name", "Annie"),
                from(object(1, "hr"), in("name").ranked(10).value("AuthoritativeNull")),
                from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertEquals(Absence.NULL, name(election));
        assertEquals(List.of(), election.identity().lineage().get(Given.PERSON.index("name")));
        assertEquals(List.of("cleared", "lost"), outcomes(election));
    }

    @Test
    void leavesWhatIsThereOnIgnoreThisFlow() {
        MetaverseObject before = person(9, "name", "Old");
        Election election = elect(before, from(object(1, "hr"), in("name").ranked(10).value("IgnoreThisFlow")),
                from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertSame(before, election.identity());
        assertEquals(List.of("ignored", "lost"), outcomes(election));
    }

    @Test
    void electsTheNextContributorInTheSamePassWhenTheWinnerWithdraws() {
        Election election = elect(person(1, "name", "Ann"), from(object(1, "hr"), in("name").ranked(10)),
                from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertEquals(text("Annie"), name(election));
        assertEquals(new Lineage(2, "name", 2, NOW), lineage(election, "name"));
    }

    @Test
    void recallsWhatAnObjectBroughtThatIsGone() {
        assertEquals(Absence.NULL, name(elect(person(1, "name", "Ann"))));
        assertEquals(text("Annie"),
                name(elect(person(1, "name", "Ann"), from(object(2, "ad", "name", "Annie"), in("name")))));
    }

    @Test
    void recallsTheValueOfAFlowThatIsGone() {
        assertEquals(Absence.NULL, name(elect(person(1, "name", "Ann"), from(object(1, "hr", "name", "Ann")))));
    }

    @Test
    void keepsTheValueOfAnObjectThatIsGoneWhereItsFlowSaysSo() {
        MetaverseObject before = person(1, "name", "Ann");
        List<AttributeFlows> rules = List.of(imports("hr", in("name").keptWhenGone()));
        assertSame(before,
                ImportElection.elect(before, List.of(), rules, RESOLVED, Arbiter.NONE, 2, Present.at(NOW), false)
                        .identity());
    }

    @Test
    void givesAKeptValueUpAsSoonAsAnotherContributorHasOne() {
        Contributor ad = from(object(2, "ad", "name", "Annie"), in("name").ranked(20));
        List<AttributeFlows> rules =
                List.of(imports("hr", in("name").ranked(10).keptWhenGone()), ad.flows().getFirst());
        assertEquals(text("Annie"), name(
                ImportElection.elect(person(1, "name", "Ann"), List.of(ad), rules, RESOLVED, Arbiter.NONE, 2,
                        Present.at(NOW),
                        false)));
    }

    @Test
    void recallsNothingOfAnIdentityThatIsEnding() {
        MetaverseObject ending = person(1, "name", "Ann").endingSince(EARLIER);
        assertSame(ending, elect(ending).identity());
        Contributor other = from(object(2, "ad", "name", "Annie"), in("name").named("other"));
        assertSame(ending, elect(ending, other).identity());
    }

    @Test
    void takesTheValuesOfAnObjectThatReturnsToAnEndingIdentity() {
        MetaverseObject ending = person(1, "name", "Ann").endingSince(EARLIER);
        assertEquals(text("Anne"), name(elect(ending, from(object(3, "hr", "name", "Anne"), in("name")))));
    }

    @Test
    void returnsTheSameIdentityWhenNothingChanged() {
        MetaverseObject before = person(1, "name", "Ann", "proxies", "a;b");
        assertSame(before,
                elect(before, from(object(1, "hr", "name", "Ann", "proxies", "b;a"), in("name"), in("proxies")))
                        .identity());
    }

    @Test
    void leavesTheLineageOfUnchangedValuesAlone() {
        MetaverseObject before = person(1, "name", "Ann", "proxies", "a;b");
        Election election =
                elect(before, from(object(1, "hr", "name", "Ann", "proxies", "c;b"), in("name"), in("proxies")));
        List<Lineage> proxies = election.identity().lineage().get(Given.PERSON.index("proxies"));
        assertEquals(List.of(text("b"), text("c")), election.identity().attributes().get("proxies").asList());
        assertSame(before.lineage().get(Given.PERSON.index("proxies")).get(1), proxies.get(0));
        assertEquals(new Lineage(1, "proxies", 2, NOW), proxies.get(1));
        assertSame(before.lineage().get(Given.PERSON.index("name")),
                election.identity().lineage().get(Given.PERSON.index("name")));
    }

    @Test
    void namesTheNewContributorOfAnUnchangedValueButNotANewTime() {
        Election election = elect(person(1, "name", "Ann"), from(object(2, "ad", "name", "Ann"), in("name")));
        assertEquals(new Lineage(2, "name", 1, EARLIER), lineage(election, "name"));
    }

    @Test
    void ranksObjectsOfOneConnectorByAnchor() {
        Flow flow = in("name").ranked(10);
        Contributor first = from(object(1, "hr", "name", "First"), flow);
        Contributor second = from(object(2, "hr", "name", "Second"), flow);
        assertEquals(text("First"), name(elect(nobody(), second, first)));
        assertEquals(text("First"), name(elect(nobody(), first, second)));
    }

    @Test
    void leavesWhatAFailingFlowBroughtBefore() {
        MetaverseObject before = person(1, "name", "Ann");
        Election election = elect(before, from(object(1, "hr"), in("name").ranked(10).value("Error(\"no\")")),
                from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertSame(before, election.identity());
        assertEquals(List.of(new FlowFailure(1, "name", Given.HERE, "flow-failure", "no")), election.failures());
    }

    @Test
    void asksTheNextContributorWhenAFailingFlowBroughtNothingBefore() {
        Election election = elect(nobody(), from(object(1, "hr"), in("name").ranked(10).value("Error(\"no\")")),
                from(object(2, "ad", "name", "Annie"), in("name").ranked(20)));
        assertEquals(text("Annie"), name(election));
        assertEquals(List.of("failed", "won"), outcomes(election));
    }

    @Test
    void leavesWhatAFlowBroughtThatWasRenamedAndFails() {
        MetaverseObject before = person(1, "name", "Ann");
        assertSame(before,
                elect(before, from(object(1, "hr"), in("name").named("new").value("Error(\"no\")"))).identity());
    }

    @Test
    void leavesEverythingWhenAScopeFails() {
        MetaverseObject before = person(1, "name", "Ann");
        Contributor failing =
                new Contributor(object(1, "hr"), List.of(flows("hr", "IsPresent(Error(\"no\"))", in("name"))));
        Election election = elect(before, failing);
        assertSame(before, election.identity());
        assertEquals("flow-failure", election.failures().getFirst().code());
    }

    @Test
    void refusesSeveralValuesForAnAttributeOfOne() {
        Election election =
                elect(person(1, "name", "Ann"), from(object(1, "hr", "proxies", "a;b"), in("name").from("proxies")));
        assertEquals(text("Ann"), name(election));
        FlowFailure failure = election.failures().getFirst();
        assertEquals("type-mismatch", failure.code());
        assertTrue(failure.message().contains("'name' holds one value, but the flow brings 2"), failure.message());
    }

    @ParameterizedTest
    @CsvSource({"number, 17", "active, TRUE", "hired, 2026-01-31", "hired, 2026-01-31T10:00:00Z",
            "hired, 2026-01-31T10:00:00+01:00"})
    void convertsTextWhereNothingIsLost(String attribute, String value) {
        Election election = elect(nobody(), from(object(1, "hr", "name", value), in(attribute).from("name")));
        assertEquals(List.of(), election.failures());
        assertEquals(Given.PERSON.attribute(Given.PERSON.index(attribute)).type(),
                election.identity().attributes().get(attribute).asList().getFirst().type());
    }

    @ParameterizedTest
    @CsvSource({"number, 007", "number, x", "active, yes", "hired, 31.01.2026", "manager, 71"})
    void refusesTextThatWouldLoseItsMeaning(String attribute, String value) {
        Election election = elect(nobody(), from(object(1, "hr", "name", value), in(attribute).from("name")));
        assertEquals("type-mismatch", election.failures().getFirst().code());
        assertTrue(election.failures().getFirst().message().contains("'" + value + "'"));
    }

    @Test
    void writesNumbersAndTruthsAsText() {
        assertEquals(text("512"),
                name(elect(nobody(), from(object(1, "hr", "control", "512"), in("name").from("control")))));
        assertEquals(text(BooleanValue.TRUE.text()),
                name(elect(nobody(), from(object(1, "hr"), in("name").value("1 = 1")))));
        assertEquals(number(512), elect(nobody(), from(object(1, "hr", "control", "512"), in("number").from("control")))
                .identity().attributes().get("number"));
    }

    @Test
    void leadsReferencesToIdentitiesAndDropsThoseThatLeadNowhere() {
        Election election = elect(nobody(), from(object(1, "hr", "member", "71;unknown;72", "manager", "unknown"),
                in("member"), in("manager")));
        assertEquals(List.of(ReferenceValue.toIdentity(71), ReferenceValue.toIdentity(72)),
                election.identity().attributes().get("member").asList());
        assertEquals(Absence.NULL, election.identity().attributes().get("manager"));
        assertEquals(List.of(), election.failures());
    }

    @Test
    void readsWhatWasSynchronizedNotWhatIsStaged() {
        ConnectorSpaceObject staged = object(1, "hr", "name", "Ann");
        staged = staged.with(staged.hologram().stage(Given.values(Given.ACCOUNT, "name", "Anne")));
        assertEquals(text("Ann"), name(elect(nobody(), from(staged, in("name")))));
    }

    @Test
    void takesNothingFromAnObjectThatWasNeverSynchronized() {
        Election election = elect(person(1, "name", "Ann"), from(Given.draft(1, "ad", "name", "Ann"), in("name")));
        assertEquals(Absence.NULL, name(election));
    }

    @Test
    void tracesOnlyWhenAsked() {
        Election election =
                ImportElection.elect(nobody(), List.of(from(object(1, "hr", "name", "Ann"), in("name"))), RESOLVED, 2,
                        Present.at(NOW), false);
        assertEquals(List.of(), election.trace());
    }
}
