package org.syncline.platform.app.command;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.platform.app.report.JoinerSheet;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.Finding;
import org.syncline.platform.engine.operations.Joiner;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code syncline joiner}: what the rules could not decide, a person does. */
@Command(
        name = "joiner",
        description = "Lists objects that belong to nobody, and joins, projects or disconnects objects by hand. "
                + "What is done takes effect in the next run, and is listed by 'syncline history FOLDER --audit'.",
        footer = {
                "%nExamples:",
                "  syncline joiner contoso list --connector ad",
                "  syncline joiner contoso join --object ad:cn=ann,dc=contoso --identity #7",
                "  syncline joiner contoso join --object hr:4711 --identity metaverse:mail=ann@contoso.com",
                "  syncline joiner contoso project --object hr:4711",
                "  syncline joiner contoso disconnect --object hr:4711 --explicit"})
final class JoinerCommand implements Callable<Integer> {

    private static final List<String> ACTIONS = List.of("list", "join", "project", "disconnect");

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Parameters(index = "1", paramLabel = "ACTION", description = "list, join, project or disconnect.")
    private String action;

    @Option(names = "--connector", paramLabel = "NAME", description = "With list: only this connector.")
    private String connector;

    @Option(
            names = "--object",
            paramLabel = "OBJECT",
            description = "The object, as CONNECTOR:ANCHOR, CONNECTOR:DN or CONNECTOR:#NUMBER.")
    private String object;

    @Option(
            names = "--identity",
            paramLabel = "IDENTITY",
            description = "With join: the identity, as #7 or metaverse:ATTRIBUTE=VALUE.")
    private String identity;

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "With project: the metaverse type, where the join rules do not say it.")
    private String type;

    @Option(
            names = "--explicit",
            description = "With disconnect: only a person joins it again; without it the rules may.")
    private boolean explicit;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who does it, for the audit (default: the user of the operating system).")
    private String by = System.getProperty("user.name");

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        if (ACTIONS.contains(folder.toString())) {
            throw new CommandLineProblem("The folder comes first: syncline joiner " + action + " " + folder);
        }
        try (Workspace workspace = folder.open()) {
            switch (action) {
                case "list" -> list(workspace);
                case "join" -> print(join(workspace));
                case "project" -> print(workspace.joiner(by).project(find(workspace).findObject(given()), type));
                case "disconnect" ->
                        print(workspace.joiner(by).disconnect(find(workspace).findObject(given()), explicit));
                default -> throw new CommandLineProblem("'" + action
                        + "' is nothing the joiner does; there are list, join, project and disconnect");
            }
        }
        return ExitCode.CLEAN;
    }

    private void list(Workspace workspace) {
        Collection<String> names = connector == null
                ? workspace.ruleset().connectors().keySet()
                : List.of(Choices.connector(workspace.ruleset(), connector).name());
        Joiner joiner = workspace.joiner(by);
        JoinerSheet sheet = new JoinerSheet(root.screen());
        long count = names.stream()
                .mapToLong(name -> joiner.list(name, one -> {
                    if (json) {
                        root.screen().out().println(Json.of(one));
                    } else {
                        sheet.print(one);
                    }
                }))
                .sum();
        if (!json) {
            root.screen().out()
                    .println(count == 1 ? "1 object belongs to nobody" : count + " objects belong to nobody");
        }
    }

    private AuditRecord join(Workspace workspace) {
        if (identity == null) {
            throw new CommandLineProblem("join needs --identity, such as #7 or metaverse:ATTRIBUTE=VALUE");
        }
        Finding finding = find(workspace);
        return workspace.joiner(by).join(finding.findObject(given()), finding.findIdentity(identity));
    }

    private static Finding find(Workspace workspace) {
        return workspace.finding();
    }

    private String given() {
        if (object == null) {
            throw new CommandLineProblem(action + " needs --object, such as CONNECTOR:ANCHOR or CONNECTOR:DN");
        }
        return object;
    }

    private void print(AuditRecord done) {
        root.screen().out().println(json
                ? Json.of(done)
                : done.connector() + " " + done.title() + ": was " + done.before() + ", is " + done.after()
                        + ". The next run takes it into account.");
    }
}
