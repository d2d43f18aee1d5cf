package org.syncline.rules.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.rules.provisioning.Given.ACCOUNT;
import static org.syncline.rules.provisioning.Given.HERE;
import static org.syncline.rules.provisioning.Given.UID_DN;
import static org.syncline.rules.provisioning.Given.account;
import static org.syncline.rules.provisioning.Given.across;
import static org.syncline.rules.provisioning.Given.answering;
import static org.syncline.rules.provisioning.Given.candidate;
import static org.syncline.rules.provisioning.Given.expression;
import static org.syncline.rules.provisioning.Given.inUse;
import static org.syncline.rules.provisioning.Given.initial;
import static org.syncline.rules.provisioning.Given.numbered;
import static org.syncline.rules.provisioning.Given.person;
import static org.syncline.rules.provisioning.Given.provision;
import static org.syncline.rules.provisioning.Given.rename;
import static org.syncline.rules.provisioning.Given.rules;
import static org.syncline.rules.provisioning.Given.state;
import static org.syncline.rules.provisioning.Given.unique;
import static org.syncline.rules.provisioning.Given.values;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.ProvisioningRules.Initial;
import org.syncline.dsl.ruleset.ProvisioningRules.Place;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Rename;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.rules.provisioning.AccountDecision.Asks;
import org.syncline.rules.provisioning.AccountDecision.Create;
import org.syncline.rules.provisioning.AccountDecision.Failed;
import org.syncline.rules.provisioning.AccountDecision.Reservation;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

/** Semantics 3.6: what an account is created with. */
class DraftTest {
    private static final Unique UID = unique("uid", candidate("Left([givenName],1) & [sn]"),
            candidate("[givenName] & \".\" & [sn]"), numbered("[sn]"));
    private static final IdentityState ANN = state(person("givenName", "Ann", "sn", "Berg"));

    private static AccountDecision draft(Answers answers, Object... parts) {
        return draft(ANN, answers, UID_DN, parts);
    }

    private static AccountDecision draft(IdentityState state, Answers answers, Expression dn, Object... parts) {
        Provision rule = provision("people", null, dn, parts);
        return AccountRules.draft(rules(rule), rule, ACCOUNT, answering(state, answers));
    }

    private static Create created(AccountDecision decision) {
        return assertInstanceOf(Create.class, decision);
    }

    private static Failed failed(AccountDecision decision) {
        return assertInstanceOf(Failed.class, decision);
    }

    @ParameterizedTest
    @CsvSource({"'', ABerg", "ABerg, Ann.Berg", "ABerg;Ann.Berg, Berg", "ABerg;Ann.Berg;Berg, Berg2",
            "ABerg;Ann.Berg;Berg;Berg2;Berg3, Berg4"})
    void takesTheFirstCandidateThatIsFree(String taken, String uid) {
        assertEquals(values(ACCOUNT, "dn", "uid=" + uid + ",ou=People", "uid", uid),
                created(draft(inUse(taken.split(";")), UID)).attributes());
    }

    @Test
    void reservesWhatItHandsOutInEveryPlace() {
        Unique mail = across(unique("mail", candidate("{uid} & \"@x\"")), new Place("ad", "mail"),
                new Place("ad", "proxies"));
        assertEquals(
                List.of(new Reservation("directory", "uid", "ABerg"), new Reservation("directory", "mail", "ABerg@x"),
                        new Reservation("ad", "mail", "ABerg@x"), new Reservation("ad", "proxies", "ABerg@x")),
                created(draft(inUse(), UID, mail)).reserved());
    }

    @Test
    void takesNoValueThatIsInUseInAnotherPlace() {
        Answers elsewhere = question -> BooleanValue.of(
                question instanceof Question.InUse use && use.connector().equals("ad") && use.value().equals("Berg"));
        Unique uid = across(unique("uid", numbered("[sn]")), new Place("ad", "proxies"));
        assertEquals("Berg2", created(draft(elsewhere, uid)).attributes().text("uid"));
    }

    @Test
    void skipsCandidatesWithoutAValue() {
        Unique uid = unique("uid", candidate("[department]"), candidate("[sn]"));
        assertEquals("Berg", created(draft(inUse(), uid)).attributes().text("uid"));
    }

    @Test
    void failsWhenNoCandidateIsFree() {
        Failed failed = failed(draft(inUse("Berg"), unique("uid", candidate("[sn]"))));
        assertEquals("no-unique-value", failed.code());
        assertTrue(failed.message().contains("'uid' are taken"), failed.message());
    }

    @Test
    void failsWhenNoCandidateHasAValue() {
        Failed failed = failed(draft(inUse(), unique("uid", candidate("[department]"))));
        assertTrue(failed.message().contains("No candidate for 'uid' has a value"), failed.message());
    }

    @Test
    void asksAboutOneCandidateAndThenAboutThreeForEachThatIsTaken() {
        Question first = new Question.InUse(70, "directory", "uid", "ABerg");
        assertEquals(List.of(first), assertInstanceOf(Asks.class, draft(Answers.NONE, UID)).questions());

        Answers taken = question -> question.equals(first) ? BooleanValue.TRUE : null;
        assertEquals(
                List.of(
                        new Question.InUse(70, "directory", "uid", "Ann.Berg"),
                        new Question.InUse(70, "directory", "uid", "Berg"),
                        new Question.InUse(70, "directory", "uid", "Berg2")),
                assertInstanceOf(Asks.class, draft(taken, UID)).questions());
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "5, 3", "100, 5", "900, 6"})
    void needsFewRoundsEvenWhereManyValuesAreTaken(int taken, int rounds) {
        Set<String> used = new HashSet<>(List.of("ABerg", "Ann.Berg", "Berg"));
        IntStream.rangeClosed(2, taken).forEach(number -> used.add("Berg" + number));
        Map<Question, Content> known = new HashMap<>();
        int asked = 0;
        AccountDecision decision = draft(known::get, UID);
        while (decision instanceof Asks asks) {
            asked++;
            asks.questions().forEach(question -> known.put(question,
                    BooleanValue.of(used.contains(((Question.InUse) question).value()))));
            decision = draft(known::get, UID);
        }
        assertEquals(Math.max(2, taken + 1), Integer.parseInt(created(decision).attributes().text("uid").substring(4)));
        assertTrue(asked <= rounds, "asked " + asked + " times");
    }

    @Test
    void givesUpAfterAThousandNumbers() {
        Answers everything = question -> BooleanValue.TRUE;
        assertEquals("no-unique-value", failed(draft(everything, UID)).code());
    }

    @Test
    void escapesTheValuesOfTheName() {
        IdentityState comma = state(person("sn", "Berg, von"));
        assertEquals("uid=Berg\\, von,ou=People",
                created(draft(comma, inUse(), UID_DN, unique("uid", candidate("[sn]")))).attributes().dn());
    }

    @ParameterizedTest
    @CsvSource({
            "'\"cn=\" & [department] & \",ou=People\"', 'cn has no value; the identity has no [department]'",
            "'\"cn=a,ou=\" & [department] & \",dc=x\"', 'ou has no value'",
            "'\"cn=a+uid=\" & [department]', 'uid has no value'",
            "'\"cn=a,\" & [department]', 'a part of it is empty'", "[department], 'The DN has no value'"})
    void neverMakesAnEmptyRelativeName(String dn, String message) {
        Failed failed = failed(draft(ANN, inUse(), expression(dn)));
        assertEquals("dn-incomplete", failed.code());
        assertTrue(failed.message().contains(message), failed.message());
        assertEquals(HERE, failed.location());
    }

    @Test
    void createsWithoutANameWhereTheSystemHasNone() {
        assertEquals(values(ACCOUNT, "uid", "ABerg"), created(draft(ANN, inUse(), null, UID)).attributes());
    }

    @Test
    void givesInitialValuesAndMarksSecrets() {
        Attributes attributes =
                created(draft(inUse(), UID, initial("mail", "{uid} & \"@x\""), initial("control", "\"512\""),
                        initial("locked", "[department]"), new Initial("password", null, 24, null, HERE))).attributes();
        assertEquals("ABerg@x", attributes.text("mail"));
        assertEquals("512", attributes.text("control"));
        assertEquals(null, attributes.text("locked"));
        assertEquals(new GeneratedSecret(24), attributes.get("password"));
    }

    @Test
    void readsTheNameInInitialValues() {
        assertEquals("uid=ABerg,ou=People",
                created(draft(inUse(), UID, initial("mail", "{dn}"))).attributes().text("mail"));
    }

    @Test
    void refusesInitialValuesThatDoNotFit() {
        assertEquals("type-mismatch", failed(draft(inUse(), UID, initial("control", "\"many\""))).code());
        IdentityState managed = state(person("sn", "Berg"));
        managed = state(managed.identity().with(
                managed.identity().attributes().with("manager", ReferenceValue.toIdentity(71)),
                managed.identity().lineage()));
        assertTrue(failed(draft(managed, inUse(), null, initial("manager", "[manager]"))).message()
                .contains("export flow"));
    }

    @Test
    void namesAPlaceholderByItsName() {
        assertEquals(ReferenceValue.toDn("cn=nobody"),
                created(draft(inUse(), UID, initial("manager", "\"cn=nobody\""))).attributes().get("manager"));
    }

    private static AccountDecision renamed(ConnectorSpaceObject account, Answers answers) {
        Rename rule = rename("marriage", null, UID_DN, UID, unique("mail", candidate("{uid} & \"@x\"")));
        return AccountRules.decide(rules(rule), answering(state(ANN.identity(), account), answers), account);
    }

    @Test
    void keepsAUniqueValueThatIsStillACandidateWhenRenaming() {
        Answers none = question -> {
            throw new AssertionError("asked " + question);
        };
        assertInstanceOf(AccountDecision.Nothing.class,
                renamed(account("dn", "uid=Berg17,ou=People", "uid", "Berg17", "mail", "Berg17@x"), none));
    }

    @Test
    void findsANewUniqueValueWhenRenaming() {
        AccountDecision decision =
                renamed(account("dn", "uid=asmith,ou=People", "uid", "asmith", "mail", "asmith@x"), inUse("ABerg"));
        AccountDecision.Rename renamed = assertInstanceOf(AccountDecision.Rename.class, decision);
        assertEquals("uid=Ann.Berg,ou=People", renamed.dn());
        assertEquals(List.of(new AccountDecision.Setting("mail", new TextValue("Ann.Berg@x"))), renamed.settings());
        assertEquals(
                List.of(new Reservation("directory", "uid", "Ann.Berg"),
                        new Reservation("directory", "mail", "Ann.Berg@x")),
                renamed.reserved());
    }

    @Test
    void doesNotTakeAnotherNumberForACandidateOfItsOwn() {
        AccountDecision decision = renamed(account("dn", "uid=Bergmann,ou=People", "uid", "Bergmann"), inUse());
        assertEquals("uid=ABerg,ou=People", assertInstanceOf(AccountDecision.Rename.class, decision).dn());
    }
}
