package org.syncline.platform.app.command;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.app.report.PendingJson;
import org.syncline.platform.app.report.TextTable;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.Reviewing.Approved;
import org.syncline.platform.engine.port.GuardHistory.Approval;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline approve}: let go what a guard holds. */
@Command(
        name = "approve",
        description = {
                "Releases a set of pending exports once, by the digest that 'pending' and a held export print.",
                "The next export sends what is still exactly as it was seen; what has changed since stays held. "
                        + "The guard itself stays as it is."})
final class Approve implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--connector", required = true, paramLabel = "NAME", description = "The connector that is held.")
    private String connector;

    @ArgGroup(multiplicity = "1")
    private Choice choice;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who approves, for the audit (default: ${DEFAULT-VALUE}).")
    private String who;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    /** What to do. */
    private static final class Choice {
        @Option(names = "--digest", paramLabel = "DIGEST", description = "The digest of the set to release.")
        private String digest;

        @Option(names = "--list", description = "List who approved what, and what became of it.")
        private boolean list;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open()) {
            ConnectorDefinition definition = Choices.connector(workspace.ruleset(), connector);
            if (choice.list) {
                print(workspace.reviewing().approvals(definition));
            } else {
                approve(workspace, definition, choice.digest.strip().toLowerCase(Locale.ROOT));
            }
        }
        return ExitCode.CLEAN;
    }

    private void approve(Workspace workspace, ConnectorDefinition definition, String digest) {
        Approved approved = workspace.reviewing()
                .approve(definition, digest, who)
                .orElseThrow(() -> new CommandLineProblem("Nobody has seen pending exports of '" + connector
                        + "' with the digest '" + digest + "'; 'syncline pending " + folder + " --connector "
                        + connector + "' shows those there are now and names them"));
        if (approved.same() == 0) {
            throw new CommandLineProblem("Nothing that is pending for '" + connector + "' is as it was seen under '"
                    + digest + "'; look again with 'syncline pending " + folder + " --connector " + connector + "'");
        }
        if (json) {
            root.screen().out().println(PendingJson.of(connector, digest, approved));
            return;
        }
        root.screen().out().println("The next export of " + connector + " may send " + objects(approved.same())
                + (approved.changed().isEmpty()
                        ? ""
                        : "; " + objects(approved.changed().size()) + " changed since and may not: "
                                + String.join("; ", approved.changed()))
                + (approved.over() == 0 ? "" : "; " + objects(approved.over()) + " no longer pending")
                + ".");
    }

    private static String objects(long count) {
        return count == 1 ? "1 object" : count + " objects";
    }

    private void print(List<Approval> approvals) {
        if (json) {
            approvals.forEach(approval -> root.screen().out().println(PendingJson.of(approval)));
            return;
        }
        if (approvals.isEmpty()) {
            root.screen().out().println("Nobody has approved anything of " + connector + " yet.");
            return;
        }
        TextTable table = new TextTable().row("approved", "by", "digest", "used", "outcome");
        approvals.forEach(approval -> table.row(
                approval.when().truncatedTo(ChronoUnit.SECONDS).toString(),
                approval.who(),
                approval.digest(),
                approval.isOpen() ? "not yet" : approval.used().truncatedTo(ChronoUnit.SECONDS).toString(),
                approval.isOpen() ? "" : approval.outcome()));
        table.print(root.screen().out(), "");
    }
}
