package org.syncline.platform.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.app.report.PendingCsv;
import org.syncline.platform.app.report.PendingJson;
import org.syncline.platform.app.report.PendingLdif;
import org.syncline.platform.app.report.PendingPrinter;
import org.syncline.platform.app.report.PendingText;
import org.syncline.platform.app.report.Screen;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.ShownExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline pending}: what would be exported. */
@Command(
        name = "pending",
        description = "Lists what the next export would send, and names the set by a digest that can be approved.",
        footer = {
                "%nExamples:",
                "  syncline pending contoso",
                "  syncline pending contoso --connector directory --format ldif --output review.ldif",
                "%nSensitive values are masked, and secrets that are still to be generated are shown as what they are."})
final class Pending implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--connector", paramLabel = "NAME", description = "Only this connector.")
    private String connector;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, ldif or csv (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--json", description = "Print one JSON object a line, the set with its digest as the last.")
    private boolean json;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the list into this file.")
    private Path output;

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open()) {
            List<ConnectorDefinition> connectors = connectors(workspace);
            if (output == null) {
                list(workspace, connectors, root.screen().out());
            } else {
                write(workspace, connectors);
            }
        }
        return ExitCode.CLEAN;
    }

    private List<ConnectorDefinition> connectors(Workspace workspace) {
        return connector == null
                ? workspace.ruleset().connectors().values().stream().filter(one -> !one.readOnly()).toList()
                : List.of(Choices.connector(workspace.ruleset(), connector));
    }

    private void write(Workspace workspace, List<ConnectorDefinition> connectors) {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8))) {
            list(workspace, connectors, file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void list(Workspace workspace, List<ConnectorDefinition> connectors, PrintWriter list) {
        PendingPrinter formatted = json ? null : printer(list);
        for (ConnectorDefinition one : connectors) {
            PendingPrinter printer = json ? new PendingJson(list, one.name()) : formatted;
            ShownExport.Set set = workspace.reviewing().pending(one, export -> {
                refuseWithoutNames(one, export);
                printer.print(export);
            });
            if (json) {
                list.println(PendingJson.of(set));
            }
            list.flush();
            conclude(set);
        }
    }

    private PendingPrinter printer(PrintWriter list) {
        return switch (format) {
            case "text" -> new PendingText(output == null ? root.screen() : plain(list), list);
            case "ldif" -> new PendingLdif(list);
            case "csv" -> new PendingCsv(list);
            default -> throw new CommandLineProblem(
                    "There is no format '" + format + "'; there are text, ldif and csv");
        };
    }

    private static Screen plain(PrintWriter list) {
        return new Screen(list, list, false, false);
    }

    private void refuseWithoutNames(ConnectorDefinition one, ShownExport export) {
        if (!json && format.equals("ldif") && export.dn() == null) {
            throw new CommandLineProblem("The objects of connector '" + one.name()
                    + "' have no names, so there is no LDIF of them; write --format csv");
        }
    }

    /** Beside a list that a program may read, never in it. */
    private void conclude(ShownExport.Set set) {
        if (json) {
            return;
        }
        Screen screen = root.screen();
        PrintWriter beside = output == null && !format.equals("text") ? screen.err() : screen.out();
        beside.println(set.connector() + ": " + set.adds() + " to add, " + set.updates() + " to change, "
                + set.deletes() + " to delete" + (set.size() == 0 ? "" : "; digest " + set.digest()));
        beside.flush();
    }
}
