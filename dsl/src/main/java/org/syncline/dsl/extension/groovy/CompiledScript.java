package org.syncline.dsl.extension.groovy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/** A script as it was compiled, shared by all versions in which it stands as it is beside the same types. */
final class CompiledScript {
    private static final int LINES_SHOWN = 10;
    private static final Pattern CALLED = Pattern.compile("Cannot invoke \"[^\"]*\\.(\\w+)\\(");

    private final ScriptClasses classes;
    private final ScriptFile file;
    private final Duration budget;
    private final List<ScriptRule> rules;
    private int users;

    /** @param budget how long it may take for one fact */
    CompiledScript(ScriptClasses classes, ScriptFile file, List<Declared> declared, Duration budget) {
        this.classes = classes;
        this.file = file;
        this.budget = budget;
        this.rules = declared.stream().map(this::rule).toList();
    }

    /** A script failed on one fact. */
    static final class ScriptFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        ScriptFailure(Failure failure, Throwable cause) {
            super(failure.message(), cause);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }

        /** The same of what stands where an expression does. */
        EvaluationException ofExpression() {
            return new EvaluationException(getMessage() + " (" + failure.location() + ")");
        }
    }

    ClassLoader loader() {
        return classes;
    }

    List<ScriptRule> rules() {
        return rules;
    }

    Duration budget() {
        return budget;
    }

    /** One more has it: a version, or who remembers it for the next version. */
    synchronized CompiledScript retain() {
        users++;
        return this;
    }

    /** One less has it; with the last one its classes go. */
    synchronized void release() {
        users--;
        if (users == 0) {
            classes.forget();
        }
    }

    private ScriptRule rule(Declared hook) {
        Map<String, String> arguments = hook.arguments();
        ExtensionRule declared = new ExtensionRule(
                hook.name(), hook.kind().hook(), arguments.get("connector"), arguments.get("objectType"),
                arguments.get("metaverseType"), attributes(hook), hook.ranks(),
                Boolean.parseBoolean(arguments.get("keepWhenGone")), hook.location());
        return new ScriptRule(
                hook.kind(), declared, arguments, hook.objectType(), hook.identityType(), reads(hook), hook.takesNow(),
                classes.method(ScriptFile.CLASS, hook.method()), this);
    }

    private static Set<String> attributes(Declared hook) {
        return hook.kind() == HookKind.RESOLVE ? Set.of(hook.arguments().get("attribute")) : hook.attributes();
    }

    private static Set<String> reads(Declared hook) {
        ObjectType read = switch (hook.kind()) {
            case EXPORT_FLOW, PROVISION, DEPROVISION, IDENTITY_ENDS -> hook.identityType();
            default -> hook.objectType();
        };
        return read == null
                ? Set.of()
                : read.attributes().stream().map(AttributeDefinition::name).collect(Collectors.toUnmodifiableSet());
    }

    /** What went wrong in a rule, with the line of its script. */
    ScriptFailure failure(ScriptRule rule, Throwable cause) {
        List<StackTraceElement> lines = Arrays.stream(cause.getStackTrace())
                .filter(frame -> isOfScript(frame) && frame.getLineNumber() > 0)
                .limit(LINES_SHOWN)
                .toList();
        RuleLocation location = lines.isEmpty()
                ? rule.location()
                : file.at(lines.getFirst().getLineNumber(), 1);
        String stack = lines.stream()
                .map(frame -> "at " + file.name() + ":" + frame.getLineNumber())
                .distinct()
                .collect(Collectors.joining("\n"));
        return new ScriptFailure(
                new Failure(rule.name(), location, message(cause), stack.isEmpty() ? null : stack), cause);
    }

    private static boolean isOfScript(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.equals(ScriptFile.CLASS) || type.startsWith(ScriptFile.CLASS + "$");
    }

    private static String ofNothing(String message) {
        Matcher called = CALLED.matcher(message == null ? "" : message);
        return called.find() ? called.group(1) + "() is called of nothing." : "A value is missing.";
    }

    private static String message(Throwable cause) {
        return switch (cause) {
            case NullPointerException nothing -> ofNothing(nothing.getMessage())
                    + " Write ?. where a value may be missing.";
            case StackOverflowError endless -> "The methods of the script call each other without end.";
            case IllegalArgumentException told when told.getMessage() != null -> told.getMessage();
            case IllegalStateException told when told.getMessage() != null -> told.getMessage();
            case TimeBudget.Exhausted late -> late.getMessage();
            default -> cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        };
    }
}
