package org.syncline.rules.attributeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.rules.attributeflow.Flow.out;
import static org.syncline.rules.attributeflow.Given.ACCOUNT;
import static org.syncline.rules.attributeflow.Given.NOW;
import static org.syncline.rules.attributeflow.Given.draft;
import static org.syncline.rules.attributeflow.Given.flows;
import static org.syncline.rules.attributeflow.Given.number;
import static org.syncline.rules.attributeflow.Given.object;
import static org.syncline.rules.attributeflow.Given.person;
import static org.syncline.rules.attributeflow.Given.text;
import static org.syncline.rules.attributeflow.Given.values;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.Retention;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/** Semantics 3.8 and 3.9. */
class ExportFlowsTest {
    private static final PrecedenceGate OPEN =
            PrecedenceGate.of(
                    new Ruleset("", Map.of(), "test", ZoneOffset.UTC, Map.of(), Map.of(), List.of(), List.of(),
                            List.of(), List.of(), List.of(), List.of(), null, Retention.DEFAULT,
                            RuleExtension.NONE));
    private static final OutgoingReferences ACCOUNTS =
            (identity, attribute) -> identity == 99 ? null : ReferenceValue.toKey("account " + identity);

    private static Wanted wanted(MetaverseObject identity, ConnectorSpaceObject account, Flow... flows) {
        return wanted(new Outgoing(identity, identity, List.of(account), account, account.dn()), flows);
    }

    private static Wanted wanted(Outgoing outgoing, Flow... flows) {
        List<AttributeFlows> rules = List.of(flows("ad", null, flows));
        return ExportFlows.wanted(outgoing, rules, ACCOUNTS, OPEN, Answers.NONE, Present.at(NOW), true);
    }

    private static Content value(Wanted wanted, String attribute) {
        return wanted.attributes().get(attribute);
    }

    private static List<String> outcomes(Wanted wanted) {
        return wanted.trace().stream().map(FlowTrace::outcome).toList();
    }

    @Test
    void wantsWhatFlowsOverWhatIsThere() {
        ConnectorSpaceObject account = object(2, "ad", "name", "Annie", "status", "hand-made");
        Wanted wanted = wanted(person(1, "name", "Ann"), account, out("name"));
        assertEquals(values(ACCOUNT, "name", "Ann", "status", "hand-made"), wanted.attributes());
        assertEquals(List.of("flowed"), outcomes(wanted));
    }

    @Test
    void wantsNoChangeWhereTheValueIsThere() {
        Wanted wanted = wanted(person(1, "name", "Ann"), object(2, "ad", "name", "Ann"), out("name"));
        assertEquals(List.of("unchanged"), outcomes(wanted));
    }

    @Test
    void computesAfreshFromWhatWasExportedNotFromWhatWasWanted() {
        ConnectorSpaceObject account = object(2, "ad", "name", "Annie");
        account = account.with(account.hologram().want(values(ACCOUNT, "name", "Annie", "mail", "flow is gone")));
        assertEquals(values(ACCOUNT, "name", "Ann"),
                wanted(person(1, "name", "Ann"), account, out("name")).attributes());
    }

    @Test
    void fillsADraftBesideItsInitialValues() {
        Wanted wanted = wanted(person(1, "name", "Ann"), draft(2, "ad", "uid", "ann"), out("name"));
        assertEquals(values(ACCOUNT, "uid", "ann", "name", "Ann"), wanted.attributes());
    }

    @Test
    void wantsNothingOfAnAccountWhoseDeletionWasAccepted() {
        ConnectorSpaceObject account = object(2, "ad", "name", "Ann");
        account = account.with(account.hologram().want(null).accept(Delta.delete()));
        assertNull(wanted(person(1), account, out("name")).attributes());
    }

    @Test
    void flowsInitialOnlyValuesIntoTheAddOnly() {
        assertEquals(text("Ann"),
                value(wanted(person(1, "name", "Ann"), draft(2, "ad"), out("name").initialOnly()), "name"));
        Wanted later = wanted(person(1, "name", "Ann"), object(2, "ad", "name", "Annie"), out("name").initialOnly());
        assertEquals(text("Annie"), value(later, "name"));
        assertEquals(List.of("initial-only"), outcomes(later));
    }

    @Test
    void flowsWhatCannotBeComparedIntoTheAddOnly() {
        Flow password = out("password").from("name").compare(Compare.NEVER);
        assertEquals(text("Ann"), value(wanted(person(1, "name", "Ann"), draft(2, "ad"), password), "password"));
        assertEquals(Absence.NULL, value(wanted(person(1, "name", "Ann"), object(2, "ad"), password), "password"));
    }

    @Test
    void keepsTheValueOfTheTargetWhereTheSourceHasNone() {
        Wanted wanted = wanted(person(1), object(2, "ad", "name", "Annie"), out("name"));
        assertEquals(text("Annie"), value(wanted, "name"));
        assertEquals(List.of("null-not-allowed"), outcomes(wanted));
    }

    @Test
    void clearsTheTargetWhereNothingIsAllowed() {
        Wanted wanted = wanted(person(1), object(2, "ad", "name", "Annie"), out("name").allowNull());
        assertEquals(Absence.NULL, value(wanted, "name"));
    }

    @Test
    void clearsTheTargetOnAuthoritativeNull() {
        Flow clearing = out("name").value("AuthoritativeNull");
        assertEquals(Absence.NULL, value(wanted(person(1), object(2, "ad", "name", "Annie"), clearing), "name"));
    }

    @Test
    void leavesTheTargetOnIgnoreThisFlow() {
        Wanted wanted = wanted(person(1, "name", "Ann"), object(2, "ad", "name", "Annie"),
                out("name").value("IgnoreThisFlow"), out("name"));
        assertEquals(text("Annie"), value(wanted, "name"));
    }

    @Test
    void asksTheNextFlowToAnAttributeWhenOneHasNothingOrIsNotFor() {
        Flow conditional = out("name").from("status").when("[status] = \"left\"");
        Wanted wanted =
                wanted(person(1, "mail", "a@x"), object(2, "ad"), conditional, out("name"), out("name").from("mail"));
        assertEquals(text("a@x"), value(wanted, "name"));
        assertEquals(List.of("condition-not-met", "null-not-allowed", "flowed"), outcomes(wanted));
    }

    @Test
    void flowsNothingOutOfScope() {
        AttributeFlows rules = flows("ad", "[status] = \"managed\"", out("name"));
        ConnectorSpaceObject account = object(2, "ad", "name", "Annie");
        Outgoing outgoing = new Outgoing(person(1, "name", "Ann"), person(1), List.of(account), account, null);
        Wanted wanted =
                ExportFlows.wanted(outgoing, List.of(rules), ACCOUNTS, OPEN, Answers.NONE, Present.at(NOW), true);
        assertEquals(text("Annie"), value(wanted, "name"));
    }

    @ParameterizedTest
    @CsvSource({
            "EXACT, Ann, ANN, Ann", "IGNORE_CASE, Ann, ANN, ANN", "IGNORE_CASE, Ann, ANNE, Ann",
            "TRIM, Ann, ' Ann ', ' Ann '",
            "TRIM, Ann, ANN, Ann"})
    void keepsTheSpellingOfTheTargetWhereBothAreEqual(Compare compare, String flowing, String present, String wanted) {
        assertEquals(text(wanted),
                value(wanted(person(1, "name", flowing), object(2, "ad", "name", present),
                        out("name").compare(compare)), "name"));
    }

    @Test
    void comparesEachOfSeveralValues() {
        Wanted wanted = wanted(person(1, "proxies", "SMTP:a;smtp:b"), object(2, "ad", "proxies", "smtp:a;smtp:c"),
                out("proxies").compare(Compare.IGNORE_CASE));
        assertEquals(Content.of(List.of(text("smtp:a"), text("smtp:b"))), value(wanted, "proxies"));
    }

    @Test
    void takesOnlyTheMaskedBits() {
        Flow disabled = out("control").value("IIF([status] = \"left\", 2, 0)").mask(2);
        ConnectorSpaceObject account = object(2, "ad", "control", "66048");
        assertEquals(number(66050), value(wanted(person(1, "status", "left"), account, disabled), "control"));
        assertEquals(number(66048), value(wanted(person(1), account, disabled), "control"));
    }

    @Test
    void setsMaskedBitsInTheValueAnotherFlowBrings() {
        Wanted wanted = wanted(person(1), draft(2, "ad"), out("control").value("2").mask(2),
                out("control").value("512").initialOnly());
        assertEquals(number(514), value(wanted, "control"));
    }

    @Test
    void readsThePresentValueOfTheTarget() {
        Flow appending = out("status").value("[target.status] & \"!\"");
        assertEquals(text("old!"), value(wanted(person(1), object(2, "ad", "status", "old"), appending), "status"));
    }

    @Test
    void leavesTheTargetWhereAFlowFails() {
        Wanted wanted = wanted(person(1), object(2, "ad", "name", "Annie"), out("name").value("Error(\"no\")"));
        assertEquals(text("Annie"), value(wanted, "name"));
        assertEquals(List.of(new FlowFailure(2, "name", Given.HERE, "flow-failure", "no")), wanted.failures());
    }

    @Test
    void refusesSeveralValuesForAnAttributeOfOne() {
        Wanted wanted =
                wanted(person(1, "proxies", "a;b"), object(2, "ad", "name", "Annie"), out("name").from("proxies"));
        assertEquals(text("Annie"), value(wanted, "name"));
        assertEquals("type-mismatch", wanted.failures().getFirst().code());
    }

    @Test
    void leavesOtherValuesAloneWhereOnlyOurOwnAreOurs() {
        Wanted wanted = wanted(person(1, "proxies", "a"), object(2, "ad", "proxies", "by hand"),
                out("proxies").ownValuesOnly());
        assertEquals(Content.of(List.of(text("by hand"), text("a"))), value(wanted, "proxies"));
    }

    @Test
    void removesAValueOfOurOwnThatTheIdentityLost() {
        ConnectorSpaceObject account = object(2, "ad", "proxies", "a;b;by hand");
        Outgoing outgoing =
                new Outgoing(person(1, "proxies", "a"), person(1, "proxies", "a;b"), List.of(account), account, null);
        assertEquals(Content.of(List.of(text("by hand"), text("a"))),
                value(wanted(outgoing, out("proxies").ownValuesOnly()), "proxies"));
    }

    @Test
    void remembersARemovalOfOurOwnUntilItIsExported() {
        ConnectorSpaceObject account = object(2, "ad", "proxies", "a;b;by hand");
        account = account.with(account.hologram().want(values(ACCOUNT, "proxies", "a;by hand")));
        Wanted again = wanted(person(1, "proxies", "a"), account, out("proxies").ownValuesOnly());
        assertEquals(Content.of(List.of(text("by hand"), text("a"))), value(again, "proxies"));
    }

    @Test
    void removesTheLastValueOfOurOwnEvenWhereNothingIsNotAllowedToClear() {
        ConnectorSpaceObject account = object(2, "ad", "proxies", "b;by hand");
        Outgoing outgoing = new Outgoing(person(1), person(1, "proxies", "b"), List.of(account), account, null);
        assertEquals(text("by hand"), value(wanted(outgoing, out("proxies").ownValuesOnly().allowNull()), "proxies"));
    }

    @Test
    void hasEachAddressOnceAndOneMainAddress() {
        Wanted wanted = wanted(
                person(1, "proxies", "SMTP:ann@x;smtp:lee@x"),
                object(2, "ad", "proxies", "SMTP:hand@x;smtp:ANN@x;smtp:LEE@x;x500:/o=X"),
                out("proxies").ownValuesOnly().compare(Compare.PROXY_ADDRESS));
        assertEquals(
                Content.of(List.of(text("smtp:hand@x"), text("x500:/o=X"), text("SMTP:ann@x"), text("smtp:LEE@x"))),
                value(wanted, "proxies"));
    }

    @Test
    void fillsTheNamingAttributeOfAnAdd() {
        ConnectorSpaceObject draft = draft(2, "ad", "dn", "uid=ann,ou=People");
        assertEquals(text("ann"), value(wanted(person(1, "uid", "ann"), draft, out("uid")), "uid"));
    }

    @Test
    void neverChangesTheNamingAttributeOfAnAccount() {
        ConnectorSpaceObject account = object(2, "ad", "dn", "uid=ann,ou=People", "uid", "ann");
        Wanted wanted = wanted(person(1, "uid", "anne"), account, out("uid"));
        assertEquals(text("ann"), value(wanted, "uid"));
        assertEquals("naming-attribute-needs-rename", wanted.failures().getFirst().code());
        assertTrue(wanted.failures().getFirst().message().contains("<rename>"));
    }

    @Test
    void acceptsTheNamingAttributeThatARenameBrings() {
        ConnectorSpaceObject account = object(2, "ad", "dn", "uid=ann,ou=People", "uid", "ann");
        MetaverseObject identity = person(1, "uid", "anne");
        Wanted wanted =
                wanted(new Outgoing(identity, identity, List.of(account), account, "UID=Anne,ou=People"), out("uid"));
        assertEquals(List.of(), wanted.failures());
        assertEquals(text("ann"), value(wanted, "uid"));
    }

    @Test
    void namesTheAccountsOfReferredIdentitiesAsTheSystemDoes() {
        Wanted wanted = wanted(person(1, "member", "71;72"), object(2, "ad", "member", "old"), out("member"));
        assertEquals(Content.of(List.of(ReferenceValue.toKey("account 71"), ReferenceValue.toKey("account 72"))),
                value(wanted, "member"));
    }

    @Test
    void owesAReferenceWhoseTargetHasNoAccountYet() {
        Wanted wanted = wanted(person(1, "member", "71;99"), object(2, "ad", "member", "old"), out("member"));
        assertEquals(List.of(new Wanted.Owed("member", 99)), wanted.owed());
        assertEquals(ReferenceValue.toKey("account 71"), value(wanted, "member"));
    }

    @Test
    void removesAMemberThoughItsOnlySuccessorIsOwed() {
        Wanted wanted = wanted(person(1, "member", "99"), object(2, "ad", "member", "old"), out("member"));
        assertEquals(Absence.NULL, value(wanted, "member"));
    }

    @Test
    void keepsASingleReferenceUntilTheOwedOneCanBeSet() {
        ConnectorSpaceObject account = object(2, "ad", "manager", "old");
        Wanted kept = wanted(person(1, "manager", "99"), account, out("manager"));
        assertEquals(ReferenceValue.toKey("old"), value(kept, "manager"));
        assertEquals(List.of(new Wanted.Owed("manager", 99)), kept.owed());
        assertEquals(Absence.NULL,
                value(wanted(person(1, "manager", "99"), account, out("manager").allowNull()), "manager"));
    }

    @Test
    void writesTheKeyOfAReferredAccountIntoAText() {
        assertEquals(text("account 71"),
                value(wanted(person(1, "manager", "71"), object(2, "ad"), out("name").from("manager")), "name"));
    }

    @Test
    void takesATextForAReferenceAsTheSystemNamesIt() {
        ConnectorSpaceObject named = object(2, "ad", "dn", "cn=All,ou=Groups");
        Wanted wanted = wanted(person(1), named, out("member").value("\"cn=Nobody,ou=Groups\""));
        assertEquals(ReferenceValue.toDn("CN=nobody, OU=Groups"), value(wanted, "member"));
    }
}
