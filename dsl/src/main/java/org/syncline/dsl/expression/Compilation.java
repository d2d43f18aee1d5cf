package org.syncline.dsl.expression;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.schema.identity.Absence;

/** The compilation of one expression: what its parts share. */
final class Compilation {
    private final Mistakes mistakes = new Mistakes();
    private final Set<String> reads = new LinkedHashSet<>();
    private final Set<String> looksUp = new LinkedHashSet<>();
    private final Map<String, Term> variables = new HashMap<>();
    private final Scope scope;
    private final Names names;
    private final Calls calls = new Calls(this);
    private Expression.Membership membership = Expression.Membership.UNREAD;
    private boolean readsAttributesOnly = true;
    private int clockReadings;
    private int clockComparisons;
    private int slots;
    private int depth;

    Compilation(Scope scope) {
        this.scope = scope;
        this.names = new Names(scope, this);
    }

    Term compile(Node node) {
        if (depth == ExpressionParser.DEEPEST) {
            mistakes.add(Kind.SYNTAX, node.position(), SyntaxCheck.tooDeep(), null);
            return broken();
        }
        depth++;
        try {
            return part(node);
        } finally {
            depth--;
        }
    }

    private Term part(Node node) {
        return switch (node) {
            case Node.Text text -> Constant.of(text.text());
            case Node.Number number -> number(number);
            case Node.Word word -> word(word);
            case Node.Attribute attribute -> names.attribute(attribute.name(), attribute.position());
            case Node.Parameter parameter -> names.parameter(parameter);
            case Node.Decided decided -> names.decided(decided);
            case Node.Call call -> calls.compile(Chains.flattened(call));
        };
    }

    private Term number(Node.Number number) {
        if (number.number() == Term.ABSENT) {
            mistakes.add(Kind.TYPE, number.position(),
                    "Expressions cannot use this number; they reserve it for nothing", null);
        }
        return Constant.of(number.number());
    }

    private Term word(Node.Word word) {
        Term variable = variables.get(word.word());
        if (variable != null) {
            return variable;
        }
        Term constant = Words.constant(word.word());
        if (constant != null) {
            return constant;
        }
        mistakes.add(Kind.UNKNOWN, word.position(), Words.unknown(word.word()),
                Words.suggestion(word.word(), variables.keySet()));
        return broken();
    }

    /** What stands in for a part with a mistake, so that the rest can be checked. */
    static Term broken() {
        return Constant.of(Absence.NULL);
    }

    Slot slot(Shape shape) {
        return new Slot(shape, slots++);
    }

    LazyVariable lazy(Term term) {
        return new LazyVariable(slots++, term);
    }

    /** Compiles a part that may read one more variable. */
    Term compileWith(String name, Term variable, Node node) {
        Term hidden = variables.put(name, variable);
        try {
            return compile(node);
        } finally {
            restore(name, hidden);
        }
    }

    private void restore(String name, Term hidden) {
        if (hidden == null) {
            variables.remove(name);
        } else {
            variables.put(name, hidden);
        }
    }

    LookupTable table(String name) {
        LookupTable table = scope.tables().get(name);
        if (table != null) {
            looksUp.add(name);
        }
        return table;
    }

    Set<String> tables() {
        return scope.tables().keySet();
    }

    /** The tables the expression looks values up in. */
    Set<String> looksUp() {
        return looksUp;
    }

    /** Whether a function asks what nobody answers here. */
    boolean isUnanswered(String function) {
        return scope.unanswered().contains(function);
    }

    /** Whether the result is made once and kept. */
    boolean isKept() {
        return scope.kept() || scope.isByName();
    }

    Names names() {
        return names;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Set<String> reads() {
        return reads;
    }

    /** How the clock is read: each comparison accounts for one reading. */
    Expression.Clock clock() {
        return clockReadings == 0
                ? Expression.Clock.UNREAD
                : clockReadings == clockComparisons ? Expression.Clock.COMPARED : Expression.Clock.COMPUTED_WITH;
    }

    /** Whether the result depends on nothing but the attributes that are read. */
    boolean readsAttributesOnly() {
        return readsAttributesOnly && looksUp.isEmpty();
    }

    void noteOtherReading() {
        readsAttributesOnly = false;
    }

    Expression.Membership membership() {
        return membership;
    }

    void noteMembership(boolean nested) {
        if (nested) {
            membership = Expression.Membership.NESTED;
        } else if (membership == Expression.Membership.UNREAD) {
            membership = Expression.Membership.DIRECT;
        }
    }

    void noteClockReading() {
        clockReadings++;
    }

    void noteClockComparison() {
        clockComparisons++;
    }
}
