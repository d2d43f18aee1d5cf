package org.syncline.platform.app.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.ImportApproval;
import org.syncline.platform.engine.operations.ImportApproval.Released;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline approve-import}: what was imported and is held may be synchronized. */
@Command(
        name = "approve-import",
        description = "Releases what was imported from a connector and is held, once; the guard itself stays.",
        footer = {"%nExample:", "  syncline approve-import contoso --connector hr"})
final class ApproveImport implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--connector", required = true, paramLabel = "NAME", description = "Whose imports are held.")
    private String connector;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open()) {
            ConnectorDefinition definition = Choices.connector(workspace.ruleset(), connector);
            String name = definition.name();
            Optional<Released> released = new ImportApproval(workspace.store(), Clock.systemUTC())
                    .approve(definition, System.getProperty("user.name"));
            PrintWriter out = root.screen().out();
            if (json) {
                out.println(Json.of(name, released));
            } else if (released.isEmpty()) {
                out.println(name + ": nothing that was imported is held.");
            } else {
                print(out, name, released.get());
            }
        }
        return ExitCode.CLEAN;
    }

    private void print(PrintWriter out, String name, Released released) {
        out.println(name + ": released. It was held because:");
        out.println("  " + released.reason().lines().findFirst().orElse(""));
        new TreeMap<>(released.measured()).forEach((words, count) -> out.println("  approved: " + count + " " + words));
        out.println(released.awaitsFullImport()
                ? "What is missing is deleted by the next full import: syncline run " + folder
                : "It is synchronized by the next run: syncline run " + folder);
    }
}
