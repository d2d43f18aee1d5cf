package org.syncline.rules.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.syncline.rules.provisioning.Given.NOW;
import static org.syncline.rules.provisioning.Given.account;
import static org.syncline.rules.provisioning.Given.deprovision;
import static org.syncline.rules.provisioning.Given.draft;
import static org.syncline.rules.provisioning.Given.initial;
import static org.syncline.rules.provisioning.Given.leaving;
import static org.syncline.rules.provisioning.Given.outcome;
import static org.syncline.rules.provisioning.Given.person;
import static org.syncline.rules.provisioning.Given.provision;
import static org.syncline.rules.provisioning.Given.reprovision;
import static org.syncline.rules.provisioning.Given.rules;
import static org.syncline.rules.provisioning.Given.scoped;
import static org.syncline.rules.provisioning.Given.stage;
import static org.syncline.rules.provisioning.Given.state;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Delete;
import org.syncline.dsl.ruleset.ProvisioningRules.Disconnect;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Reprovision;
import org.syncline.rules.provisioning.AccountDecision.Nothing;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Leaving;

/** Semantics 3.6: an account that is deleted and created anew. */
class ReprovisionTest {
    private static final Reprovision OTHER_MAIL = reprovision("other mail", "[department] <> [target.mail]");
    private static final ConnectorSpaceObject ANN = account("dn", "uid=ann,ou=People", "mail", "sales");
    private static final Leaving BEGUN = new Leaving("other mail", NOW.minus(Duration.ofDays(1)));

    private static AccountDecision decide(ProvisioningRules rules, ConnectorSpaceObject account, String department) {
        return AccountRules.decide(rules, state(person("department", department), account), account);
    }

    @Test
    void beginsWhenItsConditionBeginsToHold() {
        assertEquals(new AccountDecision.Reprovision("other mail", new Leaving("other mail", NOW)),
                decide(rules(OTHER_MAIL), ANN, "it"));
        assertInstanceOf(Nothing.class, decide(rules(OTHER_MAIL), ANN, "sales"));
    }

    @Test
    void goesOnWhileItHoldsAndIsWithdrawnWhenItCeases() {
        assertEquals(new AccountDecision.Reprovision("other mail", BEGUN),
                decide(rules(OTHER_MAIL), ANN.with(BEGUN), "it"));
        assertEquals(new Nothing("The account stays as it is."), decide(rules(OTHER_MAIL), ANN.with(BEGUN), "sales"));
    }

    @Test
    void cannotBeWithdrawnOnceTheDeletionWasAccepted() {
        ConnectorSpaceObject deleted = ANN.with(ANN.hologram().want(null))
                .with(ANN.hologram().want(null).accept(ANN.hologram().want(null).pendingExport()))
                .with(BEGUN);
        assertEquals(new AccountDecision.Reprovision("other mail", BEGUN),
                decide(rules(OTHER_MAIL), deleted, "sales"));
    }

    @Test
    void isNoReasonToMakeAnAccountAnewTwice() {
        ConnectorSpaceObject made = ANN.with(BEGUN.over());
        assertEquals(new Nothing("The account stays as it is.", BEGUN.over()),
                decide(rules(OTHER_MAIL), made, "it"));
        assertEquals(new Nothing("The account stays as it is."), decide(rules(OTHER_MAIL), made, "sales"));
    }

    @Test
    void isNotedAtAnAccountThatIsCreatedWhileItHolds() {
        Provision named = provision("everybody", null, Given.expression("\"uid=ann\""), initial("mail", "\"old\""));
        AccountDecision.Create create = assertInstanceOf(AccountDecision.Create.class, AccountRules.draft(
                rules(named, OTHER_MAIL), named, Given.ACCOUNT, state(person("department", "it"))));
        assertEquals(new Leaving("other mail", NOW).over(), create.leaving());
    }

    @Test
    void leavesDraftsAlone() {
        assertInstanceOf(Nothing.class, decide(rules(OTHER_MAIL), draft("dn", "uid=ann", "mail", "sales"), "it"));
    }

    @Test
    void concernsNobodyOutsideTheScope() {
        assertInstanceOf(Nothing.class, decide(scoped("[department] = \"hr\"", OTHER_MAIL), ANN, "it"));
    }

    @Test
    void yieldsToADeprovisioningRuleAndDoesNotFollowIt() {
        ProvisioningRules rules = rules(OTHER_MAIL,
                deprovision("gone", "[department] = \"it\"", outcome(stage("PT0S", new Disconnect(false)))));
        assertInstanceOf(AccountDecision.Deprovision.class, decide(rules, ANN, "it"));
        ConnectorSpaceObject back = leaving(ANN, "gone", Duration.ofDays(1));
        assertEquals(new Nothing("The account stays as it is.", new Leaving("other mail", NOW).over()),
                decide(rules, back, "hr"));
    }

    @Test
    void isOverForAnIdentityThatEnds() {
        ProvisioningRules rules = rules(OTHER_MAIL, outcome(stage("PT0S", new Delete())));
        ConnectorSpaceObject begun = ANN.with(BEGUN);
        AccountDecision.Deprovision end = assertInstanceOf(AccountDecision.Deprovision.class,
                AccountRules.end(rules, state(person(), begun), begun));
        assertEquals(new Leaving(Leaving.IDENTITY_ENDS, NOW), end.leaving());
    }
}
