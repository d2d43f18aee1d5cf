package org.syncline.dsl.ruleset;

import org.syncline.dsl.expression.Expression;

/**
 * A value that an identity derives from its own, once what flows in was elected. Of several for one attribute the first that has a
 * value counts.
 *
 * @param name begins with {@link #PREFIX}
 * @param value over the metaverse object
 * @param to the metaverse attribute; nothing else brings values to it
 * @param when condition over the metaverse object; null for always
 */
public record Derivation(
        String metaverseType, String name, Expression value, String to, Expression when, RuleLocation location) {
    public static final String PREFIX = "derive ";
}
