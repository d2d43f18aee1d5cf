package org.syncline.dsl.extension.groovy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.dsl.ruleset.ProvisioningRules.Initial;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.schema.identity.DistinguishedName;

/** Takes that the identity is to have an account. */
public final class Create extends Answers<AccountRule> {
    private static final String DN = "dn";

    private final IfDeleted ifDeleted;

    Create(ScriptRule rule, IfDeleted ifDeleted) {
        super(rule);
        this.ifDeleted = ifDeleted;
    }

    /** An account with these values; {@code dn} is its name, where its system has names. */
    public void call(Map<String, ?> values) {
        List<Initial> initials = new ArrayList<>();
        values.forEach((attribute, value) -> {
            check(attribute, rule().objectType());
            if (!attribute.equals(DN)) {
                initials.add(new Initial(attribute, result(value, Set.of()), 0, null, rule().location()));
            }
        });
        Expression dn = values.get(DN) == null ? null : result(values.get(DN).toString(), Set.of());
        if (values.containsKey(DN) && dn == null) {
            throw new IllegalArgumentException("The dn of the new account is nothing; give it a name, or create none");
        }
        give(new Provision(rule().name(), null, List.of(), dn, initials, ifDeleted, rule().location()));
    }

    /** A text as it can stand in a name. */
    public String escape(String text) {
        return text == null ? null : DistinguishedName.escape(text);
    }
}
