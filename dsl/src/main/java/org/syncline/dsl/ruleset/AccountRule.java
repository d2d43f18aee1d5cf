package org.syncline.dsl.ruleset;

/** What a program decides of an account. */
public sealed interface AccountRule permits ProvisioningRules.Provision, ProvisioningRules.Deprovision {

    String name();

    RuleLocation location();
}
