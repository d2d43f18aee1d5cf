package org.syncline.platform.app.command;

import org.syncline.platform.app.report.Screen;
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
        subcommands = {Init.class, Run.class, Check.class, TestCommand.class, Show.class, Preview.class, Pending.class,
                Approve.class, Retry.class, ApproveImport.class, History.class, JoinerCommand.class, Explain.class,
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

    public Root(Screen screen) {
        this.screen = screen;
    }

    Screen screen() {
        return screen;
    }
}
