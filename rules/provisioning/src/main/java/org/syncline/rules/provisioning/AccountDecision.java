package org.syncline.rules.provisioning;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** What becomes of the account that one set of provisioning rules is about. */
public sealed interface AccountDecision {

    /** The outcome that is noted at the account from now on; null for none. */
    default Leaving leaving() {
        return null;
    }

    /** Nothing: there is no account and none is wanted, or it stays as it is. */
    record Nothing(String reason, Leaving leaving) implements AccountDecision {
        public Nothing(String reason) {
            this(reason, null);
        }
    }

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
     * @param leaving a rule that would have had it made anew, had it been there before; null for none
     */
    record Create(
            ProvisioningRules.Provision rule, Attributes attributes, List<Reservation> reserved, Leaving leaving)
            implements AccountDecision {}

    /** The account gets another name, and perhaps other values. */
    record Rename(
            ProvisioningRules.Rename rule, String dn, List<Setting> settings, List<Reservation> reserved,
            Leaving leaving)
            implements AccountDecision {}

    /**
     * A deprovisioning outcome rules the account.
     *
     * @param leaving which one, and since when
     * @param due what is to be done now, in order; the whole of what is due, whether done before or not
     * @param stages where that is written
     * @param settings of the disabling that is due; they win over export flows
     * @param moveTo the DN of the parent it moves to; null to stay
     * @param next when the next stage is due; null if there is none
     */
    record Deprovision(
            String rule,
            RuleLocation location,
            Leaving leaving,
            List<ProvisioningRules.Action> due,
            List<RuleLocation> stages,
            List<Setting> settings,
            String moveTo,
            Instant next)
            implements AccountDecision {}

    /** The account is deleted, and when the system has confirmed that, it is created anew. */
    record Reprovision(String rule, Leaving leaving) implements AccountDecision {}

    /**
     * A deprovisioning outcome ceased to hold: until it is exported these values are set, and renames rule again.
     *
     * @param moveTo the DN of the parent it moves to; null to stay, or where a rename says more
     * @param rename the name the account gets at once; null if it keeps its own
     * @param location where that is written; null if nothing is
     */
    record Enable(
            String rule, List<Setting> settings, String moveTo, Rename rename, Leaving leaving, RuleLocation location)
            implements AccountDecision {}

    /** The rules need answers first. */
    record Asks(List<Question> questions) implements AccountDecision {}

    /** A rule failed; concerns this account only. */
    record Failed(String rule, RuleLocation location, String code, String message) implements AccountDecision {}

    /**
     * A value that a rule sets; nothing clears.
     *
     * @param merge whether the values that are there stay beside it
     * @param location where it is written; null where that is not one place
     */
    record Setting(String attribute, Content content, Merge merge, RuleLocation location) {
        public Setting(String attribute, Content content) {
            this(attribute, content, Merge.UPDATE, null);
        }

        /** What an attribute that holds {@code present} shall hold. */
        public Content over(Content present) {
            return switch (merge) {
                case UPDATE, REPLACE -> content;
                case MERGE -> beside(present, value -> value);
                case MERGE_CASE_INSENSITIVE -> beside(present, Setting::folded);
            };
        }

        private Content beside(Content present, UnaryOperator<Value> compared) {
            Map<Value, Value> values = new LinkedHashMap<>();
            content.asList().forEach(value -> values.put(compared.apply(value), value));
            present.asList().forEach(value -> values.putIfAbsent(compared.apply(value), value));
            return Content.of(List.copyOf(values.values()));
        }

        private static Value folded(Value value) {
            return value instanceof TextValue text ? new TextValue(text.text().toLowerCase(Locale.ROOT)) : value;
        }
    }

    /** A value handed out: nobody else may get it. */
    record Reservation(String connector, String attribute, String value) {}
}
