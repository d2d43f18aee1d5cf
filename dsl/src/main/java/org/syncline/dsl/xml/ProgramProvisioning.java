package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.RuleExtension;

/** Makes the accounts that programs decide of known where no file of XML is about them. */
final class ProgramProvisioning {
    private ProgramProvisioning() {}

    /**
     * The rules of the files, and empty ones where programs stand alone.
     *
     * @param metaverse the names of all types of identities
     */
    static List<ProvisioningRules> with(
            RuleExtension extension, List<ProvisioningRules> written, Collection<String> metaverse) {
        List<ProvisioningRules> all = new ArrayList<>(written);
        extension.rules(Hook.PROVISIONING)
                .filter(rule -> rule.connector() != null && rule.objectType() != null)
                .forEach(rule -> types(rule, metaverse).stream()
                        .filter(type -> all.stream().noneMatch(rules -> isAbout(rules, rule, type)))
                        .forEach(type -> all.add(empty(rule, type))));
        return all;
    }

    private static Collection<String> types(ExtensionRule rule, Collection<String> metaverse) {
        return rule.metaverseType() == null ? metaverse : Set.of(rule.metaverseType());
    }

    private static boolean isAbout(ProvisioningRules rules, ExtensionRule rule, String metaverseType) {
        return rule.connector().equals(rules.connector())
                && rule.objectType().equals(rules.objectType())
                && metaverseType.equals(rules.metaverseType());
    }

    private static ProvisioningRules empty(ExtensionRule rule, String metaverseType) {
        return new ProvisioningRules(
                rule.connector(), rule.objectType(), metaverseType, null, List.of(), List.of(), List.of(), List.of(),
                Outcome.DISCONNECT, rule.location());
    }
}
