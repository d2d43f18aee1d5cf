package org.syncline.rules.attributeflow;

import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Content;

/**
 * What became of one flow, for previews.
 *
 * @param object number of the connector-space object it comes from or goes to
 * @param attribute the attribute it flows to
 * @param content what it resulted in; null if it was not evaluated
 * @param outcome one of {@code won}, {@code merged}, {@code lost}, {@code nothing}, {@code cleared}, {@code ignored},
 *     {@code condition-not-met}, {@code flowed}, {@code unchanged}, {@code initial-only}, {@code blocked-by-precedence}, {@code null-not-allowed},
 *     {@code failed}
 * @param precedence of an import flow; {@link AttributeFlows.ImportFlow#ONLY} where it matters to nobody
 */
public record FlowTrace(long object, String rule, RuleLocation location, String attribute, Content content,
        String outcome, int precedence) {}
