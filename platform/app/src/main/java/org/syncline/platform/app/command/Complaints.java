package org.syncline.platform.app.command;

import java.util.Locale;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.platform.app.workspace.RefusedConfiguration;
import org.syncline.platform.engine.operations.OperationRefused;
import org.syncline.platform.engine.port.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line why a command could not do its work. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

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
        if (failure instanceof RefusedConfiguration refused) {
            refused.problems().forEach(problem -> command.getErr().println(problem));
            return ExitCode.CONFIGURATION;
        }
        command.getErr().println("syncline: " + describe(failure));
        if (((Root) command.getCommandSpec().root().userObject()).stacktrace) {
            failure.printStackTrace(command.getErr());
        } else if (!isForTheAdministrator(failure)) {
            command.getErr().println("(--stacktrace shows where in the program this happened)");
        }
        return ExitCode.CONFIGURATION;
    }

    private static String describe(Exception failure) {
        String message = failure.getMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return isForTheAdministrator(failure) ? first : kind(failure) + (first.isEmpty() ? "" : ": " + first);
    }

    private static boolean isForTheAdministrator(Exception failure) {
        return failure instanceof CommandLineProblem
                || failure instanceof OperationRefused
                || failure instanceof StoreException
                || failure instanceof ConnectorException;
    }

    /** {@code NoSuchFileException} as "no such file". */
    private static String kind(Exception failure) {
        String name = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
