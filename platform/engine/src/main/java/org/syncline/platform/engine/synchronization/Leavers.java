package org.syncline.platform.engine.synchronization;

import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** The accounts that leave before anything flows, so that nobody refers to them any more. */
record Leavers(Synchronization synchronization, Page page) {

    /** Whether an account leaves now; carries it out. */
    boolean leaves(FlowTarget target) {
        return Departure.isLeavingByEnd(target.identity(), target.account())
                || failedWhileLeaving(target)
                || Departure.canBeWritten(synchronization, target.account())
                        && departs(target);
    }

    /** Whether its rules failed after an outcome held: what flows would undo what was done. */
    private boolean failedWhileLeaving(FlowTarget target) {
        ConnectorSpaceObject account = target.account();
        return target.decision() == null
                && account.leaving() != null
                && !account.isDraft()
                && synchronization.rules().provisioning(account, target.identity()).isPresent();
    }

    /** Carries out what ends the link or the account; whether it did. */
    private boolean departs(FlowTarget target) {
        return switch (target.decision()) {
            case AccountDecision.Deprovision deprovision -> departs(target, deprovision);
            case AccountDecision.Reprovision anew -> {
                Departure.deleteForAnother(page, target.account().with(anew.leaving()));
                yield true;
            }
            case null, default -> false;
        };
    }

    private boolean departs(FlowTarget target, AccountDecision.Deprovision decision) {
        if (Departure.isDue(decision)) {
            Departure.carryOut(page, synchronization, target.account().with(decision.leaving()), decision);
            wakeIdentity(target);
        }
        return Departure.isDue(decision);
    }

    /** What an account contributed goes with its link, so that another one is elected; and rules may have waited for its end. */
    private void wakeIdentity(FlowTarget target) {
        RuleIndex rules = synchronization.rules();
        if (rules.dependsOnLinks() || rules.contributes(target.account(), target.identity())) {
            page.evaluations().wakeAgain(target.identity().id());
        }
    }
}
