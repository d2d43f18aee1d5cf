package org.syncline.dsl.expression;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function or an operator of the language: what it is and what it does, in one declaration.
 *
 * @param name as expressions write it
 * @param group the part of the reference it stands in
 * @param purpose one sentence
 * @param parameters in their order
 * @param result what it results in, and what of absent arguments
 * @param errors when it fails for an object; null if it never does
 * @param examples expressions with their results
 * @param origin which product's reference describes it
 * @param constant whether the same arguments always give the same result, so that it may be computed when it is compiled
 * @param readsClock whether it depends on the present time
 * @param readsMemberships whether it depends on the groups its object is a member of
 * @param draws whether it results in something else each time
 * @param body what makes a term of it
 */
record Function(
        String name,
        Group group,
        String purpose,
        List<Parameter> parameters,
        String result,
        String errors,
        List<Example> examples,
        Origin origin,
        boolean constant,
        boolean readsClock,
        boolean readsMemberships,
        boolean draws,
        Body body) {

    /** The parts of the reference. */
    enum Group {
        OPERATORS("Operators"),
        TEXT("Text"),
        CONVERSION("Conversion"),
        DIRECTORY("Distinguished names"),
        CERTIFICATES("Certificates"),
        MULTI_VALUE("Several values"),
        FLOW_CONTROL("Flow control"),
        TESTS("Tests"),
        BITS("Bits"),
        DATES("Dates"),
        CHANCE("Chance"),
        CONDITIONS("Conditions"),
        QUESTIONS("Beyond the object");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Whose function it was first. */
    enum Origin {
        ENTRA_CONNECT("Microsoft Entra Connect Sync: Functions Reference"),
        MIM("Functions Reference for MIM 2016"),
        SYNCLINE("Syncline");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * An expression that needs no object, and its result.
     *
     * @param result as a text; several values are joined by {@code |}; {@code NULL} for nothing
     */
    record Example(String expression, String result) {}

    /** Makes a term of the compiled arguments of a call. */
    @FunctionalInterface
    interface Body {
        Term bind(Arguments arguments);
    }

    /** Whether a call may have this many arguments. */
    boolean accepts(int count) {
        long needed = parameters.stream().filter(parameter -> !parameter.isOptional()).count();
        int repeated = repeated();
        return count >= needed && (count <= parameters.size()
                || repeated > 0 && (count - parameters.size()) % repeated == 0);
    }

    /** The number of parameters that are repeated together at the end. */
    private int repeated() {
        return (int) parameters.stream().filter(Parameter::repeated).count();
    }

    /** The parameter that takes an argument. */
    Parameter parameter(int index) {
        return index < parameters.size()
                ? parameters.get(index)
                : parameters.get(parameters.size() - repeated() + (index - parameters.size()) % repeated());
    }

    String signature() {
        String list = parameters.stream()
                .map(parameter -> parameter.isOptional() ? "[" + parameter.name() + "]" : parameter.name())
                .collect(Collectors.joining(", "));
        return name + "(" + list + (repeated() > 0 ? ", ..." : "") + ")";
    }

    /** What messages call it. */
    String title() {
        return Naming.isOperator(name) ? "The operator " + name : name;
    }
}
