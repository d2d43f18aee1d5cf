package org.syncline.dsl.extension.groovy;

import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.schema.identity.Absence;

/** Takes what flows into the identity. */
public final class Contribute extends Answers<ImportFlow> {
    Contribute(ScriptRule rule) {
        super(rule);
    }

    /** A value or a list of them; nothing lets the next contributor bring one. */
    public void call(String attribute, Object value, int precedence) {
        give(attribute, result(value, rule().reads()), precedence, Merge.UPDATE);
    }

    /** Values beside those of the other contributors. */
    public void merge(String attribute, Object values, int precedence) {
        give(attribute, result(values, rule().reads()), precedence, Merge.MERGE);
    }

    /** The attribute is cleared, and nobody else is asked. */
    public void clear(String attribute, int precedence) {
        give(attribute, known(Absence.AUTHORITATIVE_NULL, rule().reads()), precedence, Merge.UPDATE);
    }

    /** The attribute stays as it is. */
    public void keep(String attribute, int precedence) {
        give(attribute, known(Absence.IGNORE_THIS_FLOW, rule().reads()), precedence, Merge.UPDATE);
    }

    private void give(String attribute, KnownResult result, int precedence, Merge merge) {
        check(attribute, rule().identityType());
        give(new ImportFlow(
                rule().name(), null, result, attribute, precedence, null, merge, false, rule().location()));
    }
}
