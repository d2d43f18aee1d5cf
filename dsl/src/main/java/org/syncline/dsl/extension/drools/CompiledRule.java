package org.syncline.dsl.extension.drools;

import java.util.Arrays;
import java.util.Set;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.RuleLocation;

/**
 * One rule of a rule base.
 *
 * @param order among all rules, by file and place
 * @param declared what it is about
 * @param place its file and line, as they are shown
 * @param reads the attributes that it names
 * @param readsClock whether it may answer otherwise at another time
 * @param updates whether it may make rules fire again
 * @param text in which it stands
 * @param consequence line of the text at which its consequence begins
 * @param compiled line of its compiled class that is the line of its consequence
 */
record CompiledRule(
        int order, ExtensionRule declared, String place, Set<String> reads, boolean readsClock, boolean updates,
        DrlText text,
        int consequence,
        int compiled) {
    private static final String METHOD = "defaultConsequence";

    String name() {
        return declared.name();
    }

    RuleLocation location() {
        return declared.location();
    }

    /** What is said of it when it ends in an exception, at the line of its consequence where that is known. */
    Failure failure(Throwable exception) {
        RuleLocation place = Arrays.stream(exception.getStackTrace())
                .filter(CompiledRule::isConsequence)
                .findFirst()
                .map(frame -> text.location(text.offset(consequence + frame.getLineNumber() - compiled)))
                .orElse(location());
        Throwable cause = root(exception);
        String kind = cause.getClass().getSimpleName();
        String message = cause.getMessage() == null ? kind : kind + ": " + cause.getMessage();
        return new Failure(name(), place, message, kind + " at " + place);
    }

    private static Throwable root(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    Failure failure(String message) {
        return new Failure(name(), location(), message, null);
    }

    /** Whether a thread is in a consequence here. */
    static boolean isConsequence(StackTraceElement frame) {
        return frame.getMethodName().equals(METHOD) && frame.getClassName().startsWith(RuleFile.NAMESPACE);
    }
}
