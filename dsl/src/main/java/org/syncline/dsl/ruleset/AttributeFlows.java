package org.syncline.dsl.ruleset;

import java.util.List;
import java.util.function.Predicate;
import org.syncline.dsl.expression.Expression;

/**
 * Flows between one object type of a connector and one metaverse type.
 *
 * @param scope which objects these flows are for, over the connector-space object; null for all
 */
public record AttributeFlows(
        String connector,
        String objectType,
        String metaverseType,
        Expression scope,
        List<ImportFlow> imports,
        List<ExportFlow> exports,
        RuleLocation location) {

    /** How the contributions to one attribute come together. */
    public enum Merge {
        /** The highest-ranked contribution stands, value changes are kept apart by value. */
        UPDATE,
        /** The highest-ranked contribution replaces the whole. */
        REPLACE,
        /** All contributions together. */
        MERGE,
        /** All contributions together; texts that differ only in case are one value. */
        MERGE_CASE_INSENSITIVE
    }

    /**
     * From a connector-space object to its identity.
     *
     * @param name unique in its file; made from the attributes where none is written
     * @param from the attribute of a direct flow; null where {@code value} computes
     * @param value what flows, over the connector-space object
     * @param to the metaverse attribute
     * @param precedence lower wins; {@link #ONLY} where nobody else contributes
     * @param when condition over the connector-space object; null for always
     * @param keepWhenGone whether the value stays when its contributor withdraws and nobody else has one
     */
    public record ImportFlow(
            String name,
            String from,
            Expression value,
            String to,
            int precedence,
            Expression when,
            Merge merge,
            boolean keepWhenGone,
            RuleLocation location) {
        public static final int ONLY = Integer.MAX_VALUE;
    }

    /** How a wanted value is compared with the one a system has. */
    public enum Compare {
        EXACT,
        IGNORE_CASE,
        TRIM,
        MASK,
        /** Addresses such as {@code SMTP:ann@x.com}: the case of the prefix counts, that of the address does not. */
        PROXY_ADDRESS,
        NEVER
    }

    /**
     * From an identity to one of its accounts.
     *
     * @param from the metaverse attribute of a direct flow; null where {@code value} computes
     * @param value what flows, over the metaverse object; {@code [target.x]} reads the account
     * @param to the connector-space attribute
     * @param initialOnly whether it flows only into the add
     * @param allowNull whether a source without a value clears the target
     * @param mask the bits that count when comparing by {@link Compare#MASK}
     * @param ownValuesOnly whether values we did not bring are left alone
     * @param when condition over the metaverse object; null for always
     * @param whenEmpty what is done instead of removing the last value; null for nothing special
     */
    public record ExportFlow(
            String name,
            String from,
            Expression value,
            String to,
            boolean initialOnly,
            boolean allowNull,
            Compare compare,
            long mask,
            boolean ownValuesOnly,
            Expression when,
            WhenEmpty whenEmpty,
            RuleLocation location) {

        /** One that may leave its attribute without a value. */
        public ExportFlow(
                String name,
                String from,
                Expression value,
                String to,
                boolean initialOnly,
                boolean allowNull,
                Compare compare,
                long mask,
                boolean ownValuesOnly,
                Expression when,
                RuleLocation location) {
            this(name, from, value, to, initialOnly, allowNull, compare, mask, ownValuesOnly, when, null, location);
        }
    }

    /** What is done instead of removing the last value of an attribute that a system demands. */
    public sealed interface WhenEmpty {

        /** The last value stays; an account is not created before it has one. */
        record KeepLast() implements WhenEmpty {}

        /** The account is deleted, and not created before it has a value. */
        record Delete() implements WhenEmpty {}

        /** An object stands in. */
        record Placeholder(String dn) implements WhenEmpty {}
    }

    public AttributeFlows {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    /** Without the flows to accounts that do not match. */
    public AttributeFlows exporting(Predicate<ExportFlow> kept) {
        return new AttributeFlows(
                connector, objectType, metaverseType, scope, imports, exports.stream().filter(kept).toList(), location);
    }
}
