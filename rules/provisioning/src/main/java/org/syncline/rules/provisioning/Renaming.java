package org.syncline.rules.provisioning;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Rename;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.rules.provisioning.AccountDecision.Reservation;
import org.syncline.rules.provisioning.AccountDecision.Setting;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.ObjectType;

/** Finds the first rename that gives an account another name. */
final class Renaming {
    private final ProvisioningRules rules;
    private final ConnectorSpaceObject account;
    private final Attributes attributes;

    Renaming(ProvisioningRules rules, ConnectorSpaceObject account) {
        this.rules = rules;
        this.account = account;
        this.attributes = account.hologram().exported() != null ? account.hologram().exported() : account.draft();
    }

    /**
     * Null if no rename gives it another name.
     *
     * @param dn the name it has, or will have without a rename
     */
    AccountDecision.Rename decide(String dn, RuleEvaluation evaluation, Leaving leaving) {
        if (dn == null) {
            return null;
        }
        for (Rename rename : rules.renames()) {
            RuleEvaluation own = evaluation.about(rename.name(), rename.location());
            if (rename.dn() != null && own.holds(rename.when())) {
                AccountDecision.Rename decision = decide(rename, dn, own, leaving);
                if (decision != null) {
                    return decision;
                }
            } else if (rename.dn() != null && isUnderWay(rename, own)) {
                return decide(rename, dn, own, leaving);
            }
        }
        return null;
    }

    /**
     * Whether the rename was decided when something changed, and is still to be sent: that nothing changes in this pass does not take
     * it back.
     */
    private boolean isUnderWay(Rename rename, RuleEvaluation evaluation) {
        Delta pending = account.hologram().pendingExport();
        boolean isRenamed = pending.kind() == Delta.Kind.UPDATE
                && pending.change(account.type().index(ObjectType.DN)) != null;
        if (!isRenamed || !evaluation.asIfAllHadChanged(account).holds(rename.when())) {
            return false;
        }
        decideUniques(rename, evaluation, new ArrayList<>());
        return !Names.differ(Names.complete(rename.dn(), evaluation), account.hologram().wanted().dn());
    }

    private void decideUniques(Rename rename, RuleEvaluation evaluation, List<Reservation> reserved) {
        for (Unique unique : rename.uniques()) {
            UniqueValues.decide(unique, rules.connector(), attributes.text(unique.to()), evaluation, reserved);
        }
    }

    private AccountDecision.Rename decide(
            Rename rename, String present, RuleEvaluation evaluation, Leaving leaving) {
        List<Reservation> reserved = new ArrayList<>();
        decideUniques(rename, evaluation, reserved);
        String dn = Names.complete(rename.dn(), evaluation);
        return Names.differ(dn, present)
                ? new AccountDecision.Rename(rename, dn, settings(rename, dn, evaluation), reserved, leaving)
                : null;
    }

    private List<Setting> settings(Rename rename, String dn, RuleEvaluation evaluation) {
        AccountValues values = new AccountValues(account.type(), true);
        List<Setting> settings = new ArrayList<>();
        for (Unique unique : rename.uniques()) {
            if (!isSetByTheName(unique.to(), dn)) {
                settings.add(values.setting(unique.to(), evaluation.decided(unique.to()), evaluation));
            }
        }
        settings.addAll(values.settings(rename.sets(), evaluation));
        return settings;
    }

    /** The system changes the naming attribute of an account that exists by itself, and refuses that anybody else does. */
    private boolean isSetByTheName(String attribute, String dn) {
        return account.hologram().exported() != null && Names.isNamedBy(attribute, dn);
    }
}
