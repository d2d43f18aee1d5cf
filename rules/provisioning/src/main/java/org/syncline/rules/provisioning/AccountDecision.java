package org.syncline.rules.provisioning;

import java.time.Instant;
import java.util.List;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Leaving;

/** What becomes of the account that one set of provisioning rules is about. */
public sealed interface AccountDecision {

    /** Nothing: there is no account and none is wanted, or it stays as it is. */
    record Nothing(String reason) implements AccountDecision {}

    /**
     * An account is wanted and there is none. Before it is created an existing one is looked for; then
     * {@link AccountRules#draft} makes its draft.
     */
    record Wants(ProvisioningRules.Provision rule) implements AccountDecision {}

    /**
     * The draft of an account.
     *
     * @param attributes DN, unique and initial values, markers for secrets
     * @param reserved what must be reserved before the next identity is decided
     */
    record Create(ProvisioningRules.Provision rule, Attributes attributes, List<Reservation> reserved)
            implements AccountDecision {}

    /** The account gets another name, and perhaps other values. */
    record Rename(ProvisioningRules.Rename rule, String dn, List<Setting> settings, List<Reservation> reserved)
            implements AccountDecision {}

    /**
     * A deprovisioning outcome rules the account.
     *
     * @param leaving which one, and since when
     * @param due what is to be done now, in order; the whole of what is due, whether done before or not
     * @param settings of the disabling that is due; they win over export flows
     * @param moveTo the DN of the parent it moves to; null to stay
     * @param next when the next stage is due; null if there is none
     */
    record Deprovision(
            String rule,
            RuleLocation location,
            Leaving leaving,
            List<ProvisioningRules.Action> due,
            List<Setting> settings,
            String moveTo,
            Instant next)
            implements AccountDecision {}

    /**
     * A deprovisioning outcome ceased to hold: these values are set once, and renames rule again.
     *
     * @param rename the name the account gets at once; null if it keeps its own
     */
    record Enable(String rule, List<Setting> settings, Rename rename) implements AccountDecision {
        public Enable(String rule, List<Setting> settings) {
            this(rule, settings, null);
        }
    }

    /** The rules need answers first. */
    record Asks(List<Question> questions) implements AccountDecision {}

    /** A rule failed; concerns this account only. */
    record Failed(String rule, RuleLocation location, String code, String message) implements AccountDecision {}

    /** A value that an outcome sets; nothing clears. */
    record Setting(String attribute, Content content) {}

    /** A value handed out: nobody else may get it. */
    record Reservation(String connector, String attribute, String value) {}
}
