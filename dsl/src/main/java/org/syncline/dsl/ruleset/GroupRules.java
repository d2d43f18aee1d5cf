package org.syncline.dsl.ruleset;

import java.util.List;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Groups of one metaverse type whose members follow from attributes.
 *
 * @param metaverseType of the groups
 * @param nameTo the attribute that holds their name
 * @param membersTo the attribute that holds their members
 */
public record GroupRules(
        String metaverseType, String nameTo, String membersTo, List<Rule> rules, RuleLocation location) {
    private static final String ORIGIN = "groups in ";

    /** What {@code {value}} stands for in names. */
    public static final String VALUE = "{value}";

    /** A value of a group. */
    public record Value(String to, Expression value) {}

    /**
     * One group, or one for each value of an attribute. Expressions of members read the metaverse object, those of values only
     * <code>{value}</code>.
     *
     * @param name of the group; {@link #VALUE} in it stands for the value that makes it
     * @param valueOf the attribute whose values make groups; null for one group
     * @param of the metaverse type of the members
     * @param when who is a member; null for everybody of the type
     * @param sets other values of the group
     * @param endsEmpty whether a group without members ends
     */
    public record Rule(
            String name,
            String valueOf,
            String of,
            Expression when,
            List<Value> sets,
            boolean endsEmpty,
            RuleLocation location) {
        public Rule {
            sets = List.copyOf(sets);
        }

        /** The name of the group that a value makes. */
        public String named(String value) {
            return name.replace(VALUE, value);
        }

        /** What is kept in the lineage of all that this rule decides; unlike that of any flow. */
        public String origin() {
            return ORIGIN + location.file() + ": " + name;
        }
    }

    public GroupRules {
        rules = List.copyOf(rules);
    }

    /** Whether a rule of groups, of whatever version, is the origin of a value. */
    public static boolean isOrigin(String rule) {
        return rule != null && rule.startsWith(ORIGIN);
    }

    /** The origin of a group that a rule made; null for every other identity. */
    public static String originOf(MetaverseObject identity) {
        for (int attribute = 0; attribute < identity.type().size(); attribute++) {
            String rule = identity.rule(attribute);
            if (rule != null && isOrigin(rule)) {
                return rule;
            }
        }
        return null;
    }
}
