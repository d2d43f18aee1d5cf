package org.syncline.platform.engine.synchronization;

import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.run.Counter;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/** Carries out deprovisioning outcomes on accounts. */
final class Departure {
    private Departure() {}

    /** Whether the system has it, as far as anybody knows. */
    static boolean exists(ConnectorSpaceObject account) {
        return account.hologram().exported() != null;
    }

    static boolean canBeWritten(Synchronization synchronization, ConnectorSpaceObject account) {
        ConnectorDefinition connector = synchronization.rules().connector(account.connector());
        return connector != null && !connector.readOnly() && (account.isDraft() || exists(account));
    }

    /**
     * Deletes or disconnects an account.
     *
     * @param decision with the last of whose actions it leaves
     */
    static void carryOut(
            Page page, Synchronization synchronization, ConnectorSpaceObject account,
            AccountDecision.Deprovision decision) {
        switch (decision.due().getLast()) {
            case ProvisioningRules.Delete delete -> delete(page, synchronization, account);
            case ProvisioningRules.Disconnect disconnect -> disconnect(
                    page,
                    canBeWritten(synchronization, account) ? wanting(account, decision) : account,
                    disconnect.explicitly() ? Link.EXPLICITLY_DISCONNECTED : Link.DISCONNECTED);
            case ProvisioningRules.Disable disable ->
                    throw new IllegalArgumentException("Disabling is a flow, not an end");
        }
    }

    /** Whether an account leaves: the last of what is due is no mere disabling. */
    static boolean isDue(AccountDecision.Deprovision decision) {
        return !decision.due().isEmpty() && !(decision.due().getLast() instanceof ProvisioningRules.Disable);
    }

    /** Deletes an account, or disconnects it where nothing may be deleted. */
    static void delete(Page page, Synchronization synchronization, ConnectorSpaceObject account) {
        RuleIndex rules = synchronization.rules();
        boolean isKept = rules.objectType(account)
                .filter(type -> !type.allow().delete())
                .isPresent();
        if (isKept || rules.connector(account.connector()).readOnly()) {
            disconnect(page, account, Link.DISCONNECTED);
        } else if (account.isDraft() && synchronization.isInFlight(account)) {
            page.put(account.with(Link.DISCONNECTED));
        } else if (account.isDraft() || !exists(account)) {
            page.remove(account);
        } else {
            page.count(Counter.PROVISIONED_DELETE, account);
            page.put(account.with(account.hologram().want(null)).with(Link.DISCONNECTED));
        }
    }

    private static void disconnect(Page page, ConnectorSpaceObject account, Link link) {
        page.count(Counter.PROVISIONED_DISCONNECT, account);
        if (account.isDraft() || account.hologram().imported() == null && !exists(account)) {
            page.remove(account);
        } else {
            page.put(account.with(link));
        }
    }

    /** The account with what the disabling that is due makes of it still to be sent, and nothing else. */
    static ConnectorSpaceObject wanting(ConnectorSpaceObject account, AccountDecision.Deprovision decision) {
        Attributes exported = account.hologram().exported();
        return exported == null
                ? account
                : account.with(account.hologram().want(DecidedValues.disabled(exported, decision)));
    }

    /** Deletes an account that is to be created anew; until that is confirmed it stays linked, so that nobody gets a second one. */
    static void deleteForAnother(Page page, ConnectorSpaceObject account) {
        if (account.hologram().pendingExport().kind() != Delta.Kind.DELETE) {
            page.count(Counter.PROVISIONED_DELETE, account);
        }
        page.put(account.with(account.hologram().want(null)));
    }

    /** Whether the end of its identity rules an account: then nothing else does. */
    static boolean isLeavingByEnd(MetaverseObject identity, ConnectorSpaceObject account) {
        Leaving leaving = account.leaving();
        return identity.isEnding() && leaving != null && leaving.isOf(Leaving.IDENTITY_ENDS) && !leaving.isOver();
    }
}
