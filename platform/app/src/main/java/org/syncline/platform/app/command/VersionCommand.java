package org.syncline.platform.app.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.syncline.platform.app.control.Answer;
import org.syncline.platform.app.control.Control;
import org.syncline.platform.app.control.Request;
import org.syncline.platform.app.report.Screen;
import org.syncline.platform.app.workspace.VersionStore;
import org.syncline.platform.engine.operations.RuleVersions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command on the versions of the rules: it runs in the process that follows the folder, or here if there is none. */
abstract class VersionCommand implements Callable<Integer> {

    @ParentCommand
    private Rules rules;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    abstract void answer(RuleVersions versions);

    @Override
    public final Integer call() throws IOException {
        Optional<RuleVersions> followed = rules.root().versions();
        if (followed.isPresent()) {
            answer(followed.get());
            return ExitCode.CLEAN;
        }
        Optional<Answer> answer = Control.ask(folder.existing(), new Request(
                rules.root().user(), spec.root().commandLine().getParseResult().originalArgs()));
        if (answer.isPresent()) {
            screen().out().print(answer.get().out());
            screen().err().print(answer.get().err());
            return answer.get().code();
        }
        try (VersionStore store = folder.openVersions()) {
            answer(store.versions());
            return ExitCode.CLEAN;
        }
    }

    final Screen screen() {
        return rules.root().screen();
    }

    final boolean json() {
        return json;
    }

    /** Who gave the command. */
    final String user() {
        return rules.root().user();
    }
}
