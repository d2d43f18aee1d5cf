package org.syncline.dsl.ruleset;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a {@link RuleExtension} answers one fact with.
 *
 * @param rules in the order in which they were given
 * @param failures of rules that could not answer; what they brought before stays
 */
public record ExtensionAnswer<R>(List<R> rules, List<Failure> failures) {
    private static final ExtensionAnswer<?> NONE = new ExtensionAnswer<>(List.of(), List.of());

    /**
     * A rule that could not answer.
     *
     * @param location where in it that happened
     * @param stack excerpt of its own lines; null where there is none
     */
    public record Failure(String rule, RuleLocation location, String message, String stack) {}

    public ExtensionAnswer {
        rules = List.copyOf(rules);
        failures = List.copyOf(failures);
    }

    /** Nothing at all. */
    @SuppressWarnings("unchecked")
    public static <R> ExtensionAnswer<R> none() {
        return (ExtensionAnswer<R>) NONE;
    }

    public boolean isNone() {
        return rules.isEmpty() && failures.isEmpty();
    }

    /** This and another answer to the same fact. */
    public ExtensionAnswer<R> and(ExtensionAnswer<R> other) {
        return isNone()
                ? other
                : other.isNone()
                        ? this
                        : new ExtensionAnswer<>(
                                Stream.concat(rules.stream(), other.rules.stream()).toList(),
                                Stream.concat(failures.stream(), other.failures.stream()).toList());
    }
}
