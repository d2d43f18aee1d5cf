package org.syncline.platform.engine.synchronization;

import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * One identity and one target.
 *
 * @param provision set once an account is to be created
 */
record ProvisioningTask(long identity, ProvisioningRules rules, ProvisioningRules.Provision provision) {

    TypeName type() {
        return new TypeName(rules.connector(), rules.objectType());
    }

    /** The account it is about; null if there is none. */
    ConnectorSpaceObject account(Page page) {
        return page.accounts(identity).stream()
                .filter(account -> TypeName.of(account).equals(type()))
                .findFirst()
                .orElse(null);
    }
}
