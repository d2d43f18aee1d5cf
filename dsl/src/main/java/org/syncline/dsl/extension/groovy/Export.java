package org.syncline.dsl.extension.groovy;

import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.schema.identity.Absence;

/** Takes what flows to the account. */
public final class Export extends Answers<ExportFlow> {
    Export(ScriptRule rule) {
        super(rule);
    }

    /** A value or a list of them; nothing lets the next flow bring one. */
    public void call(String attribute, Object value) {
        give(attribute, result(value, rule().reads()));
    }

    /** The attribute is cleared. */
    public void clear(String attribute) {
        give(attribute, known(Absence.AUTHORITATIVE_NULL, rule().reads()));
    }

    private void give(String attribute, KnownResult result) {
        check(attribute, rule().objectType());
        give(new ExportFlow(
                rule().name(), null, result, attribute, false, false, Compare.EXACT, 0, false, null,
                rule().location()));
    }
}
