package org.syncline.platform.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.dsl.xml.GivenReader;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.report.ObjectSheet;
import org.syncline.platform.app.workspace.RefusedConfiguration;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.operations.Previewing.ShownPreview;
import org.syncline.schema.identity.ConnectorSpaceObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline preview}: what synchronizing an object would do. */
@Command(
        name = "preview",
        description = "Shows every decision that synchronizing an object would take, and the identity and exports "
                + "before and after. Changes nothing without --commit.",
        footer = {
                "%nExamples:",
                "  syncline preview contoso --object hr:4711",
                "  syncline preview contoso --object hr:4711 --set Title=Head --set Department=Sales",
                "  syncline preview contoso --given new-people.xml",
                "  syncline preview contoso --object hr:4711 --commit 3f1c09a27be4d815"})
final class Preview implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(
            names = "--object",
            paramLabel = "OBJECT",
            description = "The staged object, as CONNECTOR:ANCHOR, CONNECTOR:DN or CONNECTOR:#NUMBER.")
    private String object;

    @Option(names = "--connector", paramLabel = "NAME", description = "With --anchor: another way to name the object.")
    private String connector;

    @Option(names = "--anchor", paramLabel = "ANCHOR", description = "Its anchor, as 'show' prints it.")
    private String anchor;

    @Option(
            names = "--set",
            paramLabel = "ATTRIBUTE=VALUE",
            description = "As if the system reported this value; repeated for several; nothing behind = for none.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--given",
            paramLabel = "FILE",
            description = "The objects that the rule tests of this file are given, instead of a stored one.")
    private Path given;

    @Option(
            names = "--commit",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "DIGEST",
            description = "Carry it out; with the digest of a preview only if exactly that would change.")
    private String commit;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who commits, for the audit (default: the user of the operating system).")
    private String by = System.getProperty("user.name");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        checkOptions();
        try (Workspace workspace = folder.open()) {
            ShownPreview preview = preview(workspace);
            print(preview);
            return preview.errors().isEmpty() ? ExitCode.CLEAN : ExitCode.OBJECT_ERRORS;
        }
    }

    private void checkOptions() {
        boolean named = object != null || connector != null && anchor != null;
        if (named == (given != null)) {
            throw new CommandLineProblem("Say of what: --object CONNECTOR:ANCHOR of a stored object, or --given FILE");
        }
        if (commit != null && (given != null || !set.isEmpty())) {
            throw new CommandLineProblem(
                    "--commit is for what the systems have reported, not for what --given or --set says of it");
        }
    }

    private ShownPreview preview(Workspace workspace) {
        if (given != null) {
            return workspace.previewing().previewGiven(readGiven());
        }
        ConnectorSpaceObject found =
                workspace.finding().findObject(object != null ? object : connector + ":" + anchor);
        if (commit != null) {
            return workspace.previewing().commit(found, commit.isEmpty() ? null : commit, by);
        }
        return set.isEmpty()
                ? workspace.previewing().preview(found)
                : workspace.previewing().preview(found, values());
    }

    private Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String each : set) {
            int equals = each.indexOf('=');
            if (equals <= 0) {
                throw new CommandLineProblem("--set '" + each + "' says no value; write ATTRIBUTE=VALUE");
            }
            values.computeIfAbsent(each.substring(0, equals), unused -> new ArrayList<>())
                    .add(each.substring(equals + 1));
        }
        return values;
    }

    private List<GivenObject> readGiven() {
        try {
            GivenReader.Read read = new GivenReader().read(given);
            if (!read.problems().isEmpty()) {
                throw new RefusedConfiguration(read.problems());
            }
            return read.objects();
        } catch (IOException unreadable) {
            throw new CommandLineProblem("--given '" + given + "' cannot be read: " + unreadable.getMessage());
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
