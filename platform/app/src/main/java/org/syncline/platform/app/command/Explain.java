package org.syncline.platform.app.command;

import java.util.concurrent.Callable;
import org.syncline.platform.app.report.ExplanationSheet;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline explain}: why something is as it is. */
@Command(
        name = "explain",
        description = "Says why a value is what it is: who brought it when by which rule, and who lost. Without "
                + "--attribute: why an object is not joined, not provisioned or not exported.",
        footer = {
                "%nExamples:",
                "  syncline explain contoso --object metaverse:mail=ann@contoso.com --attribute displayName",
                "  syncline explain contoso --object '#7'",
                "  syncline explain contoso --object hr:4711",
                "  syncline explain contoso --object ad:cn=ann,dc=contoso --attribute title"})
final class Explain implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(
            names = "--object",
            required = true,
            paramLabel = "OBJECT",
            description = "CONNECTOR:ANCHOR, CONNECTOR:DN, CONNECTOR:#NUMBER, #7 for an identity, or "
                    + "metaverse:ATTRIBUTE=VALUE.")
    private String object;

    @Option(names = "--attribute", paramLabel = "NAME", description = "Only this attribute, in detail.")
    private String attribute;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open()) {
            Explanation explanation = workspace.explaining().explain(object, attribute);
            if (json) {
                root.screen().out().println(Json.of(explanation));
            } else {
                new ExplanationSheet(root.screen()).print(explanation);
            }
        }
        return ExitCode.CLEAN;
    }
}
