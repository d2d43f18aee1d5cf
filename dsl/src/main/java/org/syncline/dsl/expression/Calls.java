package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.ExpressionException.Kind;

/** Compiles calls of functions and operators. */
final class Calls {
    private static final Map<String, String> ANSWERED = Map.of(
            "IsMemberOf", "derived values, export flows and provisioning rules",
            "InUse", "derived values, export flows and provisioning rules",
            "IsConnectedTo", "ends, derived values, export flows and provisioning rules");

    private final Compilation compilation;
    private final ArgumentReader reader;

    Calls(Compilation compilation) {
        this.compilation = compilation;
        this.reader = new ArgumentReader(compilation);
    }

    Term compile(Node.Call call) {
        Function function = FunctionLibrary.find(call.function());
        if (function == null) {
            return unknown(call);
        }
        int before = compilation.mistakes().count();
        List<Term> terms = reader.read(function, call);
        if (!function.accepts(call.arguments().size())) {
            return refused(function, call);
        }
        if (!function.constant()) {
            compilation.noteOtherReading();
        }
        if (function.readsMemberships()) {
            compilation.noteMembership(call.arguments().size() > 1);
        }
        if (function.readsClock()) {
            compilation.noteClockReading();
        }
        if (function.draws() && !compilation.isKept()) {
            compilation.mistakes().add(
                    Kind.TYPE,
                    call.position(),
                    function.name() + " gives another result each time, so that the object would never come to rest; it"
                            + " can stand in <initial> only, whose value is made once",
                    null);
        }
        if (compilation.isUnanswered(function.name())) {
            compilation.mistakes().add(
                    Kind.TYPE,
                    call.position(),
                    function.name() + " cannot be answered here; it is for "
                            + ANSWERED.getOrDefault(function.name(), "provisioning rules"),
                    null);
        }
        ArgumentCheck.check(function, call, terms, compilation.mistakes());
        return compilation.mistakes().count() > before ? Compilation.broken() : bound(function, call, terms);
    }

    private Term unknown(Node.Call call) {
        String nearest = ForeignFunctions.nearest(call.function());
        compilation.mistakes().add(
                Kind.UNKNOWN, call.position(), "There is no function '" + call.function() + "'", nearest);
        call.arguments().forEach(this::checkOnly);
        return Compilation.broken();
    }

    /** Words and variables may mean something to the function that was meant. */
    private void checkOnly(Node argument) {
        if (!(argument instanceof Node.Word)) {
            compilation.compile(argument);
        }
    }

    private Term refused(Function function, Node.Call call) {
        int count = call.arguments().size();
        compilation.mistakes().add(
                Kind.TYPE,
                call.position(),
                function.title() + " cannot take " + count + (count == 1 ? " argument" : " arguments"),
                function.signature());
        return Compilation.broken();
    }

    private Term bound(Function function, Node.Call call, List<Term> given) {
        List<Term> terms = withFallbacks(function, given);
        List<Term> several = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (int index = 0; index < terms.size(); index++) {
            Term term = terms.get(index);
            if (function.parameter(index).kind() == Parameter.Kind.EACH && term.shape().many()) {
                Slot slot = compilation.slot(term.shape().with(Shape.Count.ONE));
                several.add(term);
                slots.add(slot);
                terms.set(index, slot);
            }
        }
        Term term = function.body().bind(new Arguments(call, call.arguments(), terms, compilation));
        if (term instanceof ClockComparison) {
            compilation.noteClockComparison();
        }
        return folded(function, terms, several.isEmpty() ? term : new EachValue(term, several, slots));
    }

    private static List<Term> withFallbacks(Function function, List<Term> given) {
        List<Term> terms = new ArrayList<>(given);
        for (int index = given.size(); index < function.parameters().size(); index++) {
            terms.add(function.parameter(index).fallback());
        }
        return terms;
    }

    /** Computes now what depends on nothing; what fails is left to fail when it is needed. */
    private static Term folded(Function function, List<Term> terms, Term term) {
        if (!function.constant() || !terms.stream().allMatch(Constant.class::isInstance)) {
            return term;
        }
        try {
            return Constant.folded(term);
        } catch (EvaluationException later) {
            return term;
        }
    }
}
