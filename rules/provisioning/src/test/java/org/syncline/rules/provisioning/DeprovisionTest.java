package org.syncline.rules.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.rules.provisioning.Given.HERE;
import static org.syncline.rules.provisioning.Given.NOW;
import static org.syncline.rules.provisioning.Given.account;
import static org.syncline.rules.provisioning.Given.deprovision;
import static org.syncline.rules.provisioning.Given.disable;
import static org.syncline.rules.provisioning.Given.expression;
import static org.syncline.rules.provisioning.Given.leaving;
import static org.syncline.rules.provisioning.Given.outcome;
import static org.syncline.rules.provisioning.Given.person;
import static org.syncline.rules.provisioning.Given.rename;
import static org.syncline.rules.provisioning.Given.rules;
import static org.syncline.rules.provisioning.Given.scoped;
import static org.syncline.rules.provisioning.Given.set;
import static org.syncline.rules.provisioning.Given.setting;
import static org.syncline.rules.provisioning.Given.stage;
import static org.syncline.rules.provisioning.Given.state;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Delete;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Disconnect;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.rules.provisioning.AccountDecision.Enable;
import org.syncline.rules.provisioning.AccountDecision.Failed;
import org.syncline.rules.provisioning.AccountDecision.Nothing;
import org.syncline.rules.provisioning.AccountDecision.Setting;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.TextValue;

/** Semantics 3.7: deprovisioning rules and the outcomes of an end. */
class DeprovisionTest {
    private static final Disable LOCK = disable("\"ou=Leavers\"", set("locked", "\"yes\""), set("mail", "NULL"));
    private static final Outcome LOCK_THEN_DELETE = outcome(stage("PT0S", LOCK), stage("P30D", new Delete()));
    private static final Deprovision LEAVERS =
            deprovision("leavers", "[status] = \"left\"", LOCK_THEN_DELETE, set("locked", "NULL"));
    private static final ConnectorSpaceObject ANN =
            account("dn", "uid=ann,ou=People", "uid", "ann", "locked", "yes");
    private static final Nothing STAYS = new Nothing("The account stays as it is.");

    private static AccountDecision decide(ProvisioningRules rules, ConnectorSpaceObject account, String... values) {
        return AccountRules.decide(rules, state(person(values), account), account);
    }

    private static AccountDecision.Deprovision deprovisioned(AccountDecision decision) {
        return assertInstanceOf(AccountDecision.Deprovision.class, decision);
    }

    @Test
    void disablesAtOnceAndDeletesAfterThirtyDays() {
        AccountDecision.Deprovision decision = deprovisioned(decide(rules(LEAVERS), ANN, "status", "left"));
        assertEquals(new Leaving("leavers", NOW), decision.leaving());
        assertEquals(List.of(LOCK), decision.due());
        assertEquals(List.of(setting("locked", new TextValue("yes")), setting("mail", Absence.NULL)),
                decision.settings());
        assertEquals("ou=Leavers", decision.moveTo());
        assertEquals(NOW.plus(Duration.ofDays(30)), decision.next());
    }

    @Test
    void countsFromTheInstantTheOutcomeFirstHeld() {
        ConnectorSpaceObject since = leaving(ANN, "leavers", Duration.ofDays(29));
        AccountDecision.Deprovision decision = deprovisioned(decide(rules(LEAVERS), since, "status", "left"));
        assertEquals(since.leaving(), decision.leaving());
        assertEquals(List.of(LOCK), decision.due());
        assertEquals(NOW.plus(Duration.ofDays(1)), decision.next());
    }

    @Test
    void deletesWhenTheTimeHasCome() {
        ConnectorSpaceObject since = leaving(ANN, "leavers", Duration.ofDays(30));
        AccountDecision.Deprovision decision = deprovisioned(decide(rules(LEAVERS), since, "status", "left"));
        assertEquals(List.of(LOCK, new Delete()), decision.due());
        assertEquals(null, decision.next());
    }

    @Test
    void countsAnewWhenAnotherRuleTakesOver() {
        ConnectorSpaceObject other = leaving(ANN, "other", Duration.ofDays(90));
        assertEquals(new Leaving("leavers", NOW),
                deprovisioned(decide(rules(LEAVERS), other, "status", "left")).leaving());
    }

    @Test
    void letsTheFirstRuleThatHoldsDecide() {
        Deprovision second = deprovision("second", "[status] = \"left\"", outcome(stage("PT0S", new Delete())));
        assertEquals("leavers", deprovisioned(decide(rules(LEAVERS, second), ANN, "status", "left")).rule());
    }

    @Test
    void doesNotLetAMissingValueKeepAnAccountThatIsToBeDeleted() {
        Deprovision failing = deprovision("failing", "[status] = \"left\"",
                outcome(stage("PT0S", disable("\"ou=\" & [department]")), stage("P30D", new Delete())));
        assertEquals("dn-incomplete",
                assertInstanceOf(Failed.class, decide(rules(failing), ANN, "status", "left")).code());
        ConnectorSpaceObject since = leaving(ANN, "failing", Duration.ofDays(31));
        assertTrue(deprovisioned(decide(rules(failing), since, "status", "left")).due().contains(new Delete()));
    }

    private static AccountDecision enabled(ConnectorSpaceObject account, Setting... settings) {
        return new AccountDecision.Enable(
                account.leaving().rule(), List.of(settings), null, null, account.leaving().over(), HERE);
    }

    @Test
    void enablesWhenTheRuleCeasesToHold() {
        ConnectorSpaceObject left = leaving(ANN, "leavers", Duration.ofDays(3));
        assertEquals(enabled(left, setting("locked", Absence.NULL)),
                decide(rules(LEAVERS), left, "status", "active"));
        assertInstanceOf(Nothing.class, decide(rules(LEAVERS), ANN, "status", "active"));
    }

    @Test
    void enablesUntilThatIsConfirmedAndThenNoMore() {
        Attributes unlocked = account("dn", "uid=ann,ou=People", "uid", "ann").hologram().known();
        ConnectorSpaceObject enabling = ANN.with(leaving(ANN, "leavers", Duration.ofDays(3)).leaving().over());
        ConnectorSpaceObject pending = enabling.with(enabling.hologram().want(unlocked));
        ConnectorSpaceObject accepted =
                pending.with(pending.hologram().accept(pending.hologram().pendingExport()));
        ConnectorSpaceObject dropped = accepted.with(accepted.hologram().stage(ANN.hologram().known()).synchronize());
        ConnectorSpaceObject confirmed = accepted.with(accepted.hologram().stage(unlocked));

        for (ConnectorSpaceObject underway : List.of(pending, accepted, dropped)) {
            assertEquals(enabled(underway, setting("locked", Absence.NULL)), decide(rules(LEAVERS), underway));
        }
        assertEquals(STAYS, decide(rules(LEAVERS), confirmed));
    }

    @Test
    void undoesNothingThatIsUndoneAlready() {
        ConnectorSpaceObject unlocked = account("dn", "uid=ann,ou=People", "uid", "ann");
        assertEquals(STAYS, decide(rules(LEAVERS), leaving(unlocked, "leavers", Duration.ofDays(3))));
    }

    @Test
    void leavesAgainAfterAnEnableThatWasNotDoneYet() {
        ConnectorSpaceObject enabling = ANN.with(new Leaving("leavers", NOW.minus(Duration.ofDays(40))).over());
        assertEquals(new Leaving("leavers", NOW),
                deprovisioned(decide(rules(LEAVERS), enabling, "status", "left")).leaving());
    }

    @Test
    void undoesNothingWhereTheRuleSaysNone() {
        Deprovision silent = deprovision("silent", "[status] = \"left\"", LOCK_THEN_DELETE);
        assertEquals(STAYS, decide(rules(silent), leaving(ANN, "silent", Duration.ofDays(3))));
    }

    @Test
    void enablesAndMovesBack() {
        Deprovision moving = deprovision("leavers", "[status] = \"left\"", LOCK_THEN_DELETE,
                new ProvisioningRules.Enable(List.of(), expression("\"ou=People\""), HERE));
        ConnectorSpaceObject left = leaving(account("dn", "uid=ann,ou=Leavers"), "leavers", Duration.ofDays(3));
        AccountDecision.Enable enable = assertInstanceOf(Enable.class, decide(rules(moving), left));
        assertEquals("ou=People", enable.moveTo());
        assertEquals(null, enable.rename());
    }

    @Test
    void letsARenameSayWhereAnEnabledAccountBelongs() {
        Deprovision moving = deprovision("leavers", "[status] = \"left\"", LOCK_THEN_DELETE,
                new ProvisioningRules.Enable(List.of(), expression("\"ou=Back\""), HERE));
        ProvisioningRules rules = rules(moving, rename("follow", null, expression("\"uid=ann,ou=People\"")));
        Enable enable = assertInstanceOf(Enable.class, decide(rules, leaving(ANN, "leavers", Duration.ofDays(3))));
        assertEquals("uid=ann,ou=People", enable.rename().dn());
    }

    @Test
    void enablesAndRenamesInOneGo() {
        ProvisioningRules rules = rules(LEAVERS, rename("follow", null, expression("\"uid=new\"")));
        Enable enable = assertInstanceOf(Enable.class, decide(rules, leaving(ANN, "leavers", Duration.ofDays(3))));
        assertEquals("uid=new", enable.rename().dn());
    }

    @Test
    void freesAnAccountWhoseRuleWasDeleted() {
        assertEquals(STAYS, decide(rules(), leaving(ANN, "leavers", Duration.ofDays(3))));
    }

    @Test
    void enablesAnAccountWhoseIdentityLeavesTheScopeOfTheRule() {
        ProvisioningRules rules = scoped("IsPresent([department])", LEAVERS);
        assertInstanceOf(Enable.class, decide(rules, leaving(ANN, "leavers", Duration.ofDays(3)), "status", "left"));
    }

    @Test
    void freesTheAccountOfAnIdentityWhoseEndWasCancelled() {
        ConnectorSpaceObject ending = leaving(ANN, Leaving.IDENTITY_ENDS, Duration.ofDays(3));
        assertEquals(STAYS, decide(rules(LEAVERS), ending));
        assertInstanceOf(Nothing.class,
                AccountRules.decide(rules(LEAVERS), state(person().endingSince(NOW), ending), ending));
    }

    @Test
    void undoesWhatTheEndDid() {
        Outcome lockAndUnlock = new Outcome(
                LOCK_THEN_DELETE.stages(), new ProvisioningRules.Enable(List.of(set("locked", "NULL")), null, HERE));
        ConnectorSpaceObject back = leaving(ANN, Leaving.IDENTITY_ENDS, Duration.ofDays(3));
        assertEquals(enabled(back, setting("locked", Absence.NULL)), decide(rules(lockAndUnlock), back));
    }

    @Test
    void disconnectsTheAccountOfAnEndedIdentityUnlessToldOtherwise() {
        AccountDecision.Deprovision decision =
                deprovisioned(AccountRules.end(null, state(person(), ANN), ANN));
        assertEquals(List.of(new Disconnect(false)), decision.due());
        assertEquals(new Leaving(Leaving.IDENTITY_ENDS, NOW), decision.leaving());
        assertEquals(null, decision.next());
    }

    @Test
    void followsTheStagesOfAnEnd() {
        ProvisioningRules rules = rules(LOCK_THEN_DELETE);
        AccountDecision.Deprovision early = end(rules, Duration.ofDays(1));
        assertEquals(List.of(LOCK), early.due());
        assertEquals(NOW.plus(Duration.ofDays(29)), early.next());
        assertEquals(HERE, early.location());
        assertEquals(List.of(LOCK, new Delete()), end(rules, Duration.ofDays(30)).due());
    }

    private static AccountDecision.Deprovision end(ProvisioningRules rules, Duration ago) {
        ConnectorSpaceObject account = leaving(ANN, Leaving.IDENTITY_ENDS, ago);
        return deprovisioned(AccountRules.end(rules, state(person(), account), account));
    }

    @Test
    void countsTheStagesOfAnEndFromTheInstantItIsCarriedOutFirst() {
        ConnectorSpaceObject leaver = leaving(ANN, "leavers", Duration.ofDays(90));
        AccountDecision.Deprovision decision =
                deprovisioned(AccountRules.end(rules(LOCK_THEN_DELETE), state(person(), leaver), leaver));
        assertEquals(new Leaving(Leaving.IDENTITY_ENDS, NOW), decision.leaving());
    }
}
