package org.syncline.platform.app.command;

import java.util.concurrent.Callable;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.report.ObjectSheet;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.Previewing.ShownPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline preview}: what synchronizing one object would do. */
@Command(
        name = "preview",
        description = "Shows every decision that synchronizing one staged object would take, and changes nothing.")
final class Preview implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--connector", required = true, paramLabel = "NAME", description = "The connector it is staged in.")
    private String connector;

    @Option(
            names = "--anchor",
            required = true,
            paramLabel = "ANCHOR",
            description = "Its anchor, as 'show' prints it.")
    private String anchor;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open()) {
            ShownPreview preview = workspace.previewing()
                    .preview(Choices.connector(workspace.ruleset(), connector), anchor)
                    .orElseThrow(() -> new CommandLineProblem("Connector '" + connector
                            + "' has no staged object with the "
                            + "anchor '" + anchor + "'; 'syncline show " + folder + " connector-space --connector "
                            + connector + "' lists those it has"));
            print(preview);
            return preview.errors().isEmpty() ? ExitCode.CLEAN : ExitCode.OBJECT_ERRORS;
        }
    }

    private void print(ShownPreview preview) {
        if (json) {
            root.screen().out().println(Json.of(preview));
        } else {
            new ObjectSheet(root.screen()).print(preview);
        }
    }
}
