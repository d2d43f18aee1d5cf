package org.syncline.rules.attributeflow;

import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.schema.identity.ObjectType;

/** Builds a flow for tests: {@code in("mail").ranked(10)}. */
final class Flow {
    private final boolean exports;
    private final String to;
    private String name;
    private String from;
    private String value;
    private String when;
    private int precedence = ImportFlow.ONLY;
    private Merge merge = Merge.UPDATE;
    private boolean keepWhenGone;
    private boolean initialOnly;
    private boolean allowNull;
    private boolean ownValuesOnly;
    private Compare compare = Compare.EXACT;
    private long mask;

    private Flow(boolean exports, String to) {
        this.exports = exports;
        this.to = to;
        this.name = to;
        this.from = to;
    }

    /** A direct import flow between attributes of one name. */
    static Flow in(String to) {
        return new Flow(false, to);
    }

    /** A direct export flow between attributes of one name. */
    static Flow out(String to) {
        return new Flow(true, to);
    }

    Flow from(String attribute) {
        this.from = attribute;
        return this;
    }

    Flow named(String name) {
        this.name = name;
        return this;
    }

    Flow value(String expression) {
        this.from = null;
        this.value = expression;
        return this;
    }

    Flow when(String condition) {
        this.when = condition;
        return this;
    }

    Flow ranked(int precedence) {
        this.precedence = precedence;
        return this;
    }

    Flow merge(Merge merge) {
        this.merge = merge;
        return this;
    }

    Flow keptWhenGone() {
        this.keepWhenGone = true;
        return this;
    }

    Flow initialOnly() {
        this.initialOnly = true;
        return this;
    }

    Flow allowNull() {
        this.allowNull = true;
        return this;
    }

    Flow ownValuesOnly() {
        this.ownValuesOnly = true;
        return this;
    }

    Flow compare(Compare compare) {
        this.compare = compare;
        return this;
    }

    Flow mask(long bits) {
        this.mask = bits;
        return compare(Compare.MASK);
    }

    boolean exports() {
        return exports;
    }

    ImportFlow asImport() {
        return new ImportFlow(name, from, compiled(value), to, precedence, compiled(when), merge, keepWhenGone,
                Given.HERE);
    }

    ExportFlow asExport() {
        return new ExportFlow(
                name, from, compiled(value), to, initialOnly, allowNull, compare, mask, ownValuesOnly, compiled(when),
                Given.HERE);
    }

    private Expression compiled(String text) {
        ObjectType source = exports ? Given.PERSON : Given.ACCOUNT;
        return text == null ? null : Given.expression(text, source, exports ? Given.ACCOUNT : null);
    }
}
