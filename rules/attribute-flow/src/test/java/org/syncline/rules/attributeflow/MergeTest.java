package org.syncline.rules.attributeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.syncline.dsl.ruleset.AttributeFlows.Merge.MERGE;
import static org.syncline.dsl.ruleset.AttributeFlows.Merge.MERGE_CASE_INSENSITIVE;
import static org.syncline.rules.attributeflow.Flow.in;
import static org.syncline.rules.attributeflow.Flow.out;
import static org.syncline.rules.attributeflow.Given.EARLIER;
import static org.syncline.rules.attributeflow.Given.NOW;
import static org.syncline.rules.attributeflow.Given.imports;
import static org.syncline.rules.attributeflow.Given.nobody;
import static org.syncline.rules.attributeflow.Given.object;
import static org.syncline.rules.attributeflow.Given.person;
import static org.syncline.rules.attributeflow.Given.values;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Present;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.Value;

/** Semantics 3.5, attributes in which all contributions stand side by side. */
class MergeTest {
    private static final Flow HR = in("proxies").ranked(10).merge(MERGE);
    private static final Flow AD = in("proxies").ranked(20).merge(MERGE);

    private static Contributor from(ConnectorSpaceObject object, Flow... flows) {
        return new Contributor(object, List.of(imports(object.connector(), flows)));
    }

    private static Contributor hr(String proxies) {
        return from(object(1, "hr", "proxies", proxies), HR);
    }

    private static Contributor ad(String proxies) {
        return from(object(2, "ad", "proxies", proxies), AD);
    }

    /** An account to which the attribute flows back. */
    private static Contributor exportedTo(ConnectorSpaceObject account) {
        return from(account, AD, out("proxies"));
    }

    private static MetaverseObject elect(MetaverseObject before, Contributor... contributors) {
        return ImportElection
                .elect(before, List.of(contributors), (owner, attribute, reference) -> null, 2, Present.at(NOW), false)
                .identity();
    }

    private static Set<String> proxies(MetaverseObject identity) {
        return identity.attributes().get("proxies").asList().stream().map(Value::text).collect(Collectors.toSet());
    }

    private static long owner(MetaverseObject identity, String value) {
        int index = Given.PERSON.index("proxies");
        int at = identity.attributes().get(index).asList().indexOf(Given.text(value));
        return identity.lineage().get(index).get(at).contributor();
    }

    @Test
    void bringsAllContributionsTogether() {
        assertEquals(Set.of("a", "b", "c"), proxies(elect(nobody(), hr("a;b"), ad("b;c"))));
    }

    @Test
    void givesASharedValueToTheBetterRankedContributor() {
        MetaverseObject elected = elect(nobody(), ad("b;c"), hr("a;b"));
        assertEquals(1, owner(elected, "b"));
        assertEquals(2, owner(elected, "c"));
    }

    @Test
    void passesAValueOnToTheOtherContributorWhenOneWithdrawsIt() {
        MetaverseObject elected = elect(elect(nobody(), hr("a;b"), ad("b")), hr("a"), ad("b"));
        assertEquals(Set.of("a", "b"), proxies(elected));
        assertEquals(2, owner(elected, "b"));
    }

    @Test
    void takesTextsThatDifferOnlyInCaseForOneValueOfTheBetterRanked() {
        MetaverseObject elected = elect(nobody(),
                from(object(2, "ad", "proxies", "SMTP:A;x"), in("proxies").ranked(20).merge(MERGE_CASE_INSENSITIVE)),
                from(object(1, "hr", "proxies", "smtp:a"), in("proxies").ranked(10).merge(MERGE_CASE_INSENSITIVE)));
        assertEquals(Set.of("smtp:a", "x"), proxies(elected));
    }

    @Test
    void keepsTheValuesOfAFailingFlowBesideTheOthers() {
        MetaverseObject before = elect(nobody(), hr("a"), ad("b"));
        Contributor failing = from(object(1, "hr"), in("proxies").ranked(10).merge(MERGE).value("Error(\"no\")"));
        assertSame(before, elect(before, failing, ad("b")));
    }

    @Test
    void keepsTheValuesOfAnIgnoredFlowBesideTheOthers() {
        MetaverseObject before = elect(nobody(), hr("a"), ad("b"));
        Contributor ignored = from(object(1, "hr"), in("proxies").ranked(10).merge(MERGE).value("IgnoreThisFlow"));
        assertEquals(Set.of("a", "c"), proxies(elect(before, ignored, ad("c"))));
    }

    @Test
    void asksNobodyAfterAuthoritativeNull() {
        Contributor clearing = from(object(1, "hr"), in("proxies").ranked(10).merge(MERGE).value("AuthoritativeNull"));
        assertEquals(Set.of(), proxies(elect(nobody(), clearing, ad("b"))));
    }

    @Test
    void recallsTheValuesOfAnObjectThatIsGone() {
        assertEquals(Set.of("b"), proxies(elect(elect(nobody(), hr("a"), ad("b")), ad("b"))));
    }

    @Test
    void freezesTheValuesOfAnObjectThatIsGoneWhileTheIdentityIsEnding() {
        MetaverseObject ending = elect(nobody(), hr("a"), ad("b")).endingSince(EARLIER);
        assertEquals(Set.of("a", "c"), proxies(elect(ending, ad("c"))));
    }

    @Test
    void removesAValueThatWasWithdrawnAlthoughTheSystemItWasExportedToStillHasIt() {
        MetaverseObject before = person(1, "proxies", "a;b");
        MetaverseObject elected = elect(before, hr("a"), exportedTo(object(2, "ad", "proxies", "a;b")));
        assertEquals(Set.of("a"), proxies(elected));
    }

    @Test
    void doesNotTakeAnEchoForAContributionThatOutranksItsContributor() {
        MetaverseObject before = person(1, "proxies", "a");
        Contributor better =
                from(object(2, "ad", "proxies", "a"), in("proxies").ranked(5).merge(MERGE), out("proxies"));
        assertSame(before, elect(before, hr("a"), better));
    }

    @Test
    void doesNotTakeBackWhatIsAboutToBeRemoved() {
        ConnectorSpaceObject account = object(2, "ad", "proxies", "a;b");
        account = account.with(account.hologram().want(values(Given.ACCOUNT, "proxies", "a")));
        assertEquals(Set.of("a"), proxies(elect(person(1, "proxies", "a"), hr("a"), exportedTo(account))));
    }

    @Test
    void doesNotTakeBackWhatWasRemovedAndIsNotConfirmed() {
        ConnectorSpaceObject account = object(2, "ad", "proxies", "a;b");
        account = account.with(account.hologram().want(values(Given.ACCOUNT, "proxies", "a")));
        Delta sent = account.hologram().pendingExport();
        account = account.with(account.hologram().accept(sent));
        assertEquals(Set.of("a"), proxies(elect(person(1, "proxies", "a"), hr("a"), exportedTo(account))));
    }

    @Test
    void takesWhatSomebodyAddedInTheSystem() {
        MetaverseObject elected =
                elect(person(1, "proxies", "a"), hr("a"), exportedTo(object(2, "ad", "proxies", "a;added")));
        assertEquals(Set.of("a", "added"), proxies(elected));
        assertEquals(2, owner(elected, "added"));
    }

    @Test
    void leavesASystemItsCopyWhenTheContributorIsGone() {
        MetaverseObject elected = elect(person(1, "proxies", "a"), exportedTo(object(2, "ad", "proxies", "a")));
        assertEquals(Set.of("a"), proxies(elected));
        assertEquals(2, owner(elected, "a"));
    }
}
