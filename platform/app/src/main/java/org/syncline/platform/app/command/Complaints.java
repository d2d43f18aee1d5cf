package org.syncline.platform.app.command;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line why a command could not do its work. */
public final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("syncline: " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, command.getErr())) {
            command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.CONFIGURATION;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Root root = command.getCommandSpec().root().userObject() instanceof Root found ? found : new Root();
        command.getErr().println("syncline: " + describe(failure));
        if (root.stacktrace) {
            failure.printStackTrace(command.getErr());
        } else if (!(failure instanceof CommandLineProblem)) {
            command.getErr().println("(--stacktrace shows where in the program this happened)");
        }
        return ExitCode.CONFIGURATION;
    }

    private static String describe(Exception failure) {
        String message = failure.getMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return failure instanceof CommandLineProblem ? first : kind(failure) + (first.isEmpty() ? "" : ": " + first);
    }

    /** {@code NoSuchFileException} as "no such file". */
    private static String kind(Exception failure) {
        String name = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
