package org.syncline.rules.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.rules.provisioning.Given.NOW;
import static org.syncline.rules.provisioning.Given.account;
import static org.syncline.rules.provisioning.Given.deprovision;
import static org.syncline.rules.provisioning.Given.draft;
import static org.syncline.rules.provisioning.Given.expression;
import static org.syncline.rules.provisioning.Given.object;
import static org.syncline.rules.provisioning.Given.outcome;
import static org.syncline.rules.provisioning.Given.person;
import static org.syncline.rules.provisioning.Given.provision;
import static org.syncline.rules.provisioning.Given.rename;
import static org.syncline.rules.provisioning.Given.rules;
import static org.syncline.rules.provisioning.Given.scoped;
import static org.syncline.rules.provisioning.Given.set;
import static org.syncline.rules.provisioning.Given.setting;
import static org.syncline.rules.provisioning.Given.stage;
import static org.syncline.rules.provisioning.Given.state;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Delete;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Rename;
import org.syncline.rules.provisioning.AccountDecision.Failed;
import org.syncline.rules.provisioning.AccountDecision.Nothing;
import org.syncline.rules.provisioning.AccountDecision.Wants;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Link.Origin;
import org.syncline.schema.identity.TextValue;

/** Semantics 3.6: who gets an account, and when it is renamed. */
class AccountRulesTest {
    private static final Expression NAME_DN =
            expression("\"cn=\" & [givenName] & \",ou=\" & [department]");
    private static final Provision EVERYBODY = provision("everybody", null, NAME_DN);
    private static final Deprovision LEAVERS =
            deprovision("leavers", "[status] = \"left\"", outcome(stage("PT0S", new Delete())));
    private static final Rename FOLLOW = rename("follow", null, NAME_DN, set("mail", "[givenName] & \"@x\""));
    private static final ConnectorSpaceObject ANN = account("dn", "cn=Ann,ou=Sales");

    private static String reason(AccountDecision decision) {
        return assertInstanceOf(Nothing.class, decision).reason();
    }

    private static AccountDecision without(ProvisioningRules rules, String... values) {
        return AccountRules.decide(rules, state(person(values)), null);
    }

    private static AccountDecision with(ProvisioningRules rules, ConnectorSpaceObject account, String... values) {
        return AccountRules.decide(rules, state(person(values), account), account);
    }

    @Test
    void wantsAnAccountByTheFirstRuleWhoseConditionHolds() {
        Provision sales = provision("sales", "[department] = \"Sales\"", NAME_DN);
        assertEquals(new Wants(sales), without(rules(sales, EVERYBODY), "department", "Sales"));
        assertEquals(new Wants(EVERYBODY), without(rules(sales, EVERYBODY), "department", "IT"));
    }

    @Test
    void wantsNoAccountWhereNoRuleHolds() {
        Provision sales = provision("sales", "[department] = \"Sales\"", NAME_DN);
        assertTrue(reason(without(rules(sales))).contains("No provision rule holds"));
    }

    @Test
    void wantsNoAccountOutOfScope() {
        assertTrue(reason(without(scoped("[department] = \"Sales\"", EVERYBODY))).contains("scope"));
    }

    @Test
    void createsNothingWhileADeprovisionRuleHolds() {
        assertTrue(reason(without(rules(EVERYBODY, LEAVERS), "status", "left")).contains("'leavers'"));
    }

    @Test
    void createsNothingForAnIdentityThatIsEnding() {
        assertTrue(reason(AccountRules.decide(rules(EVERYBODY), state(person().endingSince(NOW)), null))
                .contains("ending"));
    }

    @Test
    void seesInWhichConnectorsTheIdentityHasAnAccount() {
        Provision employees = provision("employees", "IsConnectedTo(\"hr\")", NAME_DN);
        assertEquals(new Wants(employees),
                AccountRules.decide(rules(employees), state(person(), object(1, "hr", Origin.JOIN)), null));
        assertInstanceOf(Nothing.class, without(rules(employees)));
    }

    @Test
    void isNotConnectedByAnAccountThatIsGoneAndKeptOnlySoThatNobodyCreatesItAgain() {
        Provision contacts = provision("contacts", "Not IsConnectedTo(\"directory\", \"account\")", NAME_DN);
        ConnectorSpaceObject gone = object(1, "directory", Origin.PROVISIONING)
                .with((Anchor) null)
                .with(Hologram.unseen(Given.ACCOUNT));
        assertEquals(new Wants(contacts), AccountRules.decide(rules(contacts), state(person(), gone), null));
        assertInstanceOf(Nothing.class, AccountRules.decide(rules(contacts), state(person(), ANN), null));
    }

    @Test
    void reportsARuleThatFails() {
        Failed failed = assertInstanceOf(Failed.class,
                without(rules(provision("failing", "IsPresent(Error(\"no\"))", NAME_DN))));
        assertEquals(new Failed("failing", Given.HERE, "rule-failure", "no"), failed);
    }

    @Test
    void leavesAnAccountThatHasItsName() {
        assertTrue(reason(with(rules(EVERYBODY, FOLLOW), ANN, "givenName", "ann", "department", "SALES"))
                .contains("stays"));
    }

    @Test
    void renamesAnAccountWhoseNameDiffers() {
        AccountDecision.Rename renamed = assertInstanceOf(AccountDecision.Rename.class,
                with(rules(FOLLOW), ANN, "givenName", "Anne", "department", "IT"));
        assertEquals("cn=Anne,ou=IT", renamed.dn());
        assertEquals(FOLLOW, renamed.rule());
        assertEquals(List.of(setting("mail", new TextValue("Anne@x"))), renamed.settings());
    }

    @Test
    void takesTheFirstRenameThatChangesTheName() {
        Rename never = rename("never", "[status] = \"moving\"", expression("\"cn=Moved\""));
        Rename same = rename("same", null, expression("\"cn=Ann,ou=Sales\""));
        AccountDecision decision = with(rules(never, same, FOLLOW), ANN, "givenName", "Anne", "department", "IT");
        assertEquals(FOLLOW, assertInstanceOf(AccountDecision.Rename.class, decision).rule());
    }

    @Test
    void neverRenamesToAnIncompleteName() {
        Failed failed = assertInstanceOf(Failed.class, with(rules(FOLLOW), ANN, "givenName", "Anne"));
        assertEquals("dn-incomplete", failed.code());
        assertTrue(failed.message().contains("ou has no value; the identity has no [department]"), failed.message());
    }

    @Test
    void renamesADraftAtOnce() {
        AccountDecision decision =
                with(rules(FOLLOW), draft("dn", "cn=Ann,ou=Sales"), "givenName", "Anne", "department", "IT");
        assertEquals("cn=Anne,ou=IT", assertInstanceOf(AccountDecision.Rename.class, decision).dn());
    }

    @Test
    void neverRenamesWhatHasNoName() {
        assertInstanceOf(Nothing.class,
                with(rules(FOLLOW), account("uid", "ann"), "givenName", "Anne", "department", "IT"));
    }

    @Test
    void renamesNothingWhileADeprovisionRuleHolds() {
        assertInstanceOf(AccountDecision.Deprovision.class,
                with(rules(FOLLOW, LEAVERS), ANN, "givenName", "Anne", "department", "IT", "status", "left"));
    }

    @Test
    void renamesNothingOutOfScope() {
        assertTrue(reason(with(scoped("IsPresent([status])", FOLLOW), ANN, "givenName", "Anne", "department", "IT"))
                .contains("scope"));
    }

    @Test
    void readsWhatTheAccountHolds() {
        Rename keeping = rename("keeping", "[target.uid] = \"keep\"", NAME_DN);
        assertInstanceOf(Nothing.class, with(rules(keeping), ANN, "givenName", "Anne", "department", "IT"));
        assertInstanceOf(AccountDecision.Rename.class,
                with(rules(keeping), account("dn", "cn=Ann,ou=Sales", "uid", "keep"),
                        "givenName", "Anne", "department", "IT"));
    }

    @Test
    void knowsWhichAttributesChanged() {
        Rename moved =
                new Rename("moved", new ChangedCondition("department"), List.of(), NAME_DN, List.of(), Given.HERE);
        IdentityState unchanged = state(person("givenName", "Anne", "department", "IT"), ANN);
        IdentityState changed =
                new IdentityState(unchanged.identity(), unchanged.accounts(), Set.of("department"), Present.at(NOW),
                        Answers.NONE);
        assertInstanceOf(Nothing.class, AccountRules.decide(rules(moved), unchanged, ANN));
        assertInstanceOf(AccountDecision.Rename.class, AccountRules.decide(rules(moved), changed, ANN));
    }

    @Test
    void doesNotTakeARenameBackThatIsStillToBeSent() {
        Rename moved =
                new Rename("moved", new ChangedCondition("department"), List.of(), NAME_DN, List.of(), Given.HERE);
        ConnectorSpaceObject pending = ANN.with(ANN.hologram().want(account("dn", "cn=Anne,ou=IT").hologram().known()));
        IdentityState state = state(person("givenName", "Anne", "department", "IT"), pending);
        assertEquals("cn=Anne,ou=IT", assertInstanceOf(AccountDecision.Rename.class,
                AccountRules.decide(rules(moved), state, pending)).dn());
        IdentityState other = state(person("givenName", "Anna", "department", "IT"), pending);
        assertInstanceOf(Nothing.class, AccountRules.decide(rules(moved), other, pending));
        Rename current = rename("current", "[status] = \"current\"", NAME_DN);
        assertInstanceOf(Nothing.class, AccountRules.decide(rules(current), state, pending));
    }
}
