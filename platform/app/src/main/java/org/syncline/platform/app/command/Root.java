package org.syncline.platform.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.syncline.platform.app.control.Answer;
import org.syncline.platform.app.control.Request;
import org.syncline.platform.app.report.Screen;
import org.syncline.platform.engine.operations.RuleVersions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code syncline} itself, which only has sub-commands. */
@Command(
        name = "syncline",
        description = "Keeps directories, files and databases in step by rules written in XML.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Init.class, Discover.class, Run.class, Check.class, TestCommand.class, Show.class, Preview.class,
                WhatIfCommand.class, Pending.class,
                Approve.class, Retry.class, ApproveImport.class, History.class, Rules.class, StoreCommand.class,
                JoinerCommand.class,
                Explain.class,
                Evaluate.class, Library.class, Sample.class,
                Bench.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:clean", "1:some objects have errors, or some tests failed",
                "2:the configuration or the command line is wrong", "3:held by a guard"})
public final class Root {

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an unexpected error happened.")
    boolean stacktrace;

    private final Screen screen;
    private final String user;
    private final RuleVersions versions;

    private Root(Screen screen, String user, RuleVersions versions) {
        this.screen = screen;
        this.user = user;
        this.versions = versions;
    }

    /** Runs a command and returns its exit code. */
    public static int run(Screen screen, String... arguments) {
        return run(new Root(screen, System.getProperty("user.name"), null), arguments);
    }

    /** Answers a command that somebody gave elsewhere, on the folder that is followed here. */
    static Answer answer(Request request, RuleVersions versions) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = new Screen(new PrintWriter(out), new PrintWriter(err), false, false);
        int code = run(new Root(screen, request.user(), versions), request.arguments().toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private static int run(Root root, String[] arguments) {
        Complaints complaints = new Complaints();
        int code = new CommandLine(root)
                .setOut(root.screen.out()).setErr(root.screen.err())
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setUsageHelpAutoWidth(true)
                .execute(arguments);
        root.screen.out().flush();
        root.screen.err().flush();
        return code;
    }

    /** Who gave the command. */
    String user() {
        return user;
    }

    /** Those of the folder that this process follows; empty if it follows none. */
    Optional<RuleVersions> versions() {
        return Optional.ofNullable(versions);
    }

    Screen screen() {
        return screen;
    }
}
