package org.syncline.dsl.extension.groovy;

import java.util.Set;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.extension.PlainValues;
import org.syncline.dsl.extension.groovy.CompiledScript.ScriptFailure;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;

/** A condition or a key that a script computes, where otherwise an expression stands. */
record ScriptExpression(ScriptRule rule) implements Expression {

    @Override
    public String source() {
        return rule.kind().word() + " of " + location();
    }

    private RuleLocation location() {
        return rule.location();
    }

    @Override
    public AttributeType type() {
        return rule.kind().result() == boolean.class ? AttributeType.BOOLEAN : null;
    }

    @Override
    public boolean multiValued() {
        return false;
    }

    @Override
    public Set<String> reads() {
        return rule.reads();
    }

    @Override
    public Clock clock() {
        return rule.readsClock() ? Clock.COMPUTED_WITH : Clock.UNREAD;
    }

    @Override
    public Content evaluate(Evaluation evaluation) {
        var type = rule.kind() == HookKind.IDENTITY_ENDS ? rule.identityType() : rule.objectType();
        ScriptedObject seen = new ScriptedObject(
                evaluation.source(), type, evaluation.anchor(), evaluation.connectedTo());
        try {
            if (!rule.readsClock()) {
                return PlainValues.content(rule.call(seen));
            }
            evaluation.present().changesAtMidnight();
            return PlainValues.content(rule.call(seen, evaluation.now()));
        } catch (ScriptFailure failed) {
            throw failed.ofExpression();
        }
    }

    @Override
    public String toString() {
        return source();
    }
}
