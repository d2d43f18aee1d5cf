package org.syncline.dsl.extension.drools;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.extension.ObjectView;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Action;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.dsl.ruleset.ProvisioningRules.Initial;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** What an identity has, or has not, in one connector: rules say whether it gains or loses an account. */
public final class Provisioning extends RuleFact<AccountRule> {
    private final ExtensionFact.OfAccount fact;
    private final Map<String, Object> identity;
    private final Map<String, Object> account;

    Provisioning(ExtensionFact.OfAccount fact) {
        super(fact.present());
        this.fact = fact;
        this.identity = new ObjectView(fact.identity().attributes());
        this.account = fact.account() == null ? null : new ObjectView(attributes(fact.account()));
    }

    private static Attributes attributes(ConnectorSpaceObject account) {
        return account.isDraft() ? account.draft() : account.hologram().exported();
    }

    /** The name of the connector. */
    public String getConnector() {
        return fact.connector();
    }

    public String getObjectType() {
        return fact.objectType();
    }

    public String getMetaverseType() {
        return fact.identity().type().name();
    }

    /** The attributes of the identity. */
    public Map<String, Object> getIdentity() {
        return identity;
    }

    /** The attributes of the account; null if there is none. */
    public Map<String, Object> getAccount() {
        return account;
    }

    /** The connectors in which the identity has an object. */
    public Set<String> getConnectedTo() {
        return fact.connectedTo();
    }

    /** Creates an account without a name, if there is none. */
    public void provision() {
        give(new Provision(firing().name(), null, List.of(), null, List.of(), IfDeleted.REPORT, firing().location()));
    }

    /** Creates an account, if there is none. */
    public void provision(String dn) {
        give(new Provision(
                firing().name(), null, List.of(), result(dn), List.of(), IfDeleted.REPORT, firing().location()));
    }

    /** Gives the new account a value. */
    public void initially(String attribute, Object value) {
        with(new Initial(attribute, result(value), 0, null, firing().location()));
    }

    /** Gives the new account a secret, which is generated when the account is sent. */
    public void secret(String attribute, int length) {
        with(new Initial(attribute, null, length, null, firing().location()));
    }

    private void with(Initial initial) {
        if (!(alreadyGiven(Provision.class::isInstance) instanceof Provision before)) {
            throw new IllegalStateException("Call provision first: there is nothing yet that could have a value");
        }
        List<Initial> initials = new ArrayList<>(before.initials());
        initials.add(initial);
        withdraw(before);
        give(new Provision(
                before.name(), null, before.uniques(), before.dn(), initials, before.ifDeleted(), before.location()));
    }

    /** Has the account deleted. */
    public void delete() {
        deprovision(new ProvisioningRules.Delete());
    }

    /** Lets go of the account, which stays. */
    public void disconnect() {
        deprovision(new ProvisioningRules.Disconnect(false));
    }

    /** Sets a value of the account for as long as the rule holds; nothing clears the attribute. */
    public void set(String attribute, Object value) {
        Disable before = disable();
        List<ProvisioningRules.Set> sets = new ArrayList<>(before.sets());
        sets.add(new ProvisioningRules.Set(attribute, result(value), null, Merge.REPLACE, firing().location()));
        deprovision(new Disable(sets, before.moveTo()));
    }

    /** Moves the account below another container for as long as the rule holds. */
    public void moveTo(String parentDn) {
        deprovision(new Disable(disable().sets(), result(parentDn)));
    }

    /** What the rule changed already, taken back. */
    private Disable disable() {
        if (alreadyGiven(Deprovision.class::isInstance) instanceof Deprovision before
                && before.outcome().stages().getFirst().action() instanceof Disable disable) {
            withdraw(before);
            return disable;
        }
        return new Disable(List.of(), null);
    }

    private void deprovision(Action action) {
        Outcome outcome = new Outcome(List.of(new Stage(Duration.ZERO, action)));
        give(new Deprovision(firing().name(), null, outcome, firing().location()));
    }
}
