package org.syncline.platform.engine.synchronization;

import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.run.Counter;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Link;

/** Carries out deprovisioning outcomes on accounts. */
final class Departure {
    private Departure() {}

    /** Deletes or disconnects an account. */
    static void carryOut(
            Page page, Synchronization synchronization, ConnectorSpaceObject account, ProvisioningRules.Action action) {
        switch (action) {
            case ProvisioningRules.Delete delete -> delete(page, synchronization, account);
            case ProvisioningRules.Disconnect disconnect -> disconnect(
                    page, account, disconnect.explicitly() ? Link.EXPLICITLY_DISCONNECTED : Link.DISCONNECTED);
            case ProvisioningRules.Disable disable ->
                    throw new IllegalArgumentException("Disabling is a flow, not an end");
        }
    }

    private static void delete(Page page, Synchronization synchronization, ConnectorSpaceObject account) {
        RuleIndex rules = synchronization.rules();
        boolean updatesOnly = rules.objectType(account)
                .filter(type -> type.allow() == ConnectedObjectType.Allow.UPDATE)
                .isPresent();
        if (updatesOnly || rules.connector(account.connector()).readOnly()) {
            disconnect(page, account, Link.DISCONNECTED);
        } else if (account.isDraft() && synchronization.isInFlight(account)) {
            page.put(account.with(Link.DISCONNECTED));
        } else if (account.isDraft() || account.hologram().exported() == null) {
            page.remove(account);
        } else {
            page.count(Counter.PROVISIONED_DELETE);
            page.put(account.with(account.hologram().want(null)).with(Link.DISCONNECTED));
        }
    }

    private static void disconnect(Page page, ConnectorSpaceObject account, Link link) {
        page.count(Counter.PROVISIONED_DISCONNECT);
        if (account.isDraft() || account.hologram().imported() == null && account.hologram().exported() == null) {
            page.remove(account);
        } else {
            page.put(account.with(account.hologram().want(account.hologram().exported())).with(link));
        }
    }

    /** What an account holds while it is disabled. */
    static Attributes disabled(Attributes attributes, AccountDecision.Deprovision decision) {
        Attributes set = ExportAttributeFlow.set(attributes, decision.settings());
        return decision.moveTo() == null || set.dn() == null
                ? set
                : ExportAttributeFlow.named(set, DistinguishedName.rdn(set.dn()) + "," + decision.moveTo());
    }
}
