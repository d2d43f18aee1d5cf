package org.syncline.platform.app.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.platform.app.report.ErrorList;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.report.ObjectSheet;
import org.syncline.platform.app.report.TextTable;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.ShownObject;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code syncline show}: what is stored. */
@Command(
        name = "show",
        description = "Shows identities, staged objects, or what is wrong with them.",
        footer = {
                "%nExamples:",
                "  syncline show contoso metaverse --where '[sn] = \"Lee\"'",
                "  syncline show contoso connector-space --connector hr --where 'Not IsPresent([Mail])'",
                "  syncline show contoso errors"})
final class Show implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Parameters(index = "1", paramLabel = "WHAT", description = "metaverse, connector-space or errors.")
    private String what;

    @Option(names = {"-w", "--where"}, paramLabel = "EXPR", description = "Only objects for which this holds.")
    private String where;

    @Option(names = "--connector", paramLabel = "NAME", description = "Only this connector.")
    private String connector;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        Expression condition = condition();
        try (Workspace workspace = folder.open()) {
            switch (what) {
                case "metaverse" -> count(workspace.showing().metaverse(condition, printer()));
                case "connector-space" -> count(connectors(workspace).stream()
                        .mapToLong(name -> workspace.showing().connectorSpace(name, condition, printer()))
                        .sum());
                case "errors" -> connectors(workspace).forEach(name -> errors(workspace, name));
                default -> throw new CommandLineProblem(
                        "'" + what + "' is nothing to show; there are metaverse, connector-space and errors");
            }
        }
        return ExitCode.CLEAN;
    }

    private Expression condition() {
        if (where == null) {
            return null;
        }
        try {
            return ExpressionCompiler.compile(where, Scope.byName(Map.of()));
        } catch (ExpressionException wrong) {
            throw new CommandLineProblem("--where: " + wrong.getMessage());
        }
    }

    private Collection<String> connectors(Workspace workspace) {
        return connector == null
                ? workspace.ruleset().connectors().keySet()
                : List.of(Choices.connector(workspace.ruleset(), connector).name());
    }

    private Consumer<ShownObject> printer() {
        ObjectSheet sheet = new ObjectSheet(root.screen());
        return json ? object -> root.screen().out().println(Json.of(object)) : sheet::print;
    }

    private void count(long shown) {
        if (!json) {
            root.screen().out().println(shown == 1 ? "1 object" : shown + " objects");
        }
    }

    private void errors(Workspace workspace, String name) {
        List<ObjectError> errors = workspace.store().runHistory().errors(name);
        List<PendingReference> references = workspace.store().runHistory().pendingReferences(name);
        if (json) {
            errors.forEach(error -> root.screen().out().println(Json.of(error)));
            references.forEach(reference -> root.screen().out().println(Json.of(reference)));
        } else {
            print(workspace, name, errors, references);
        }
    }

    private void print(Workspace workspace, String name, List<ObjectError> errors, List<PendingReference> references) {
        root.screen().out().println(
                name + ": " + errors.size() + " errors, " + references.size() + " references that lead nowhere yet");
        new ErrorList(root.screen()).print(errors, Integer.MAX_VALUE);
        Map<Long, String> titles = titles(workspace, references);
        TextTable table = new TextTable();
        references.forEach(one -> table.row(titles.get(one.owner()), one.attribute(), one.key(), one.reason()));
        table.print(root.screen().out(), "  ");
    }

    private static Map<Long, String> titles(Workspace workspace, List<PendingReference> references) {
        return workspace.store().connectorSpace()
                .load(references.stream().map(PendingReference::owner).distinct().toList()).stream()
                .collect(Collectors.toMap(ConnectorSpaceObject::id, ConnectorSpaceObject::title));
    }
}
