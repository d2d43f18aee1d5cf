package org.syncline.platform.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.xml.ConnectorFile;
import org.syncline.platform.app.report.DiscoveryJson;
import org.syncline.platform.app.report.ObjectTypeXml;
import org.syncline.platform.app.report.TextTable;
import org.syncline.platform.app.workspace.ConnectedSystems;
import org.syncline.platform.engine.discovery.Discovering;
import org.syncline.platform.engine.discovery.SuggestedType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline discover}: what a connected system offers. */
@Command(
        name = "discover",
        description = "Lists the object types of a connected system that have objects or, with --type, prints their"
                + " declarations: the attributes that are in use and can be written.",
        footer = {
                "%nExamples:",
                "  syncline discover contoso --connector ad",
                "  syncline discover contoso --connector ad --type user --type group --write"})
final class Discover implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--connector", paramLabel = "NAME", required = true, description = "Of which connected system.")
    private String connector;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "An object type to declare; may be given several times.")
    private List<String> types = List.of();

    @Option(
            names = "--all",
            description = "All attributes, also unused and read-only ones; without --type, all object types.")
    private boolean all;

    @Option(names = "--write", description = "Put the declarations into the file of the connector.")
    private boolean write;

    @Option(
            names = "--overwrite",
            description = "With --write: replace the attributes of object types that are declared already.")
    private boolean overwrite;

    @Option(names = "--json", description = "Print one JSON object for each object type.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if ((write || overwrite) && types.isEmpty()) {
            throw new CommandLineProblem("Say with --type what is to be written");
        }
        if (overwrite && !write) {
            throw new CommandLineProblem("--overwrite is something to say with --write");
        }
        ConnectedSystems systems = folder.readConnectors();
        ConnectorDefinition definition = Choices.connector(systems.ruleset(), connector);
        Discovering discovering = new Discovering(systems.connectors());
        if (types.isEmpty()) {
            print(discovering.choices(definition, all));
        } else {
            refuseDeclared(definition);
            List<SuggestedType> suggestions = discovering.suggestions(definition, types, all);
            if (write) {
                write(definition, suggestions);
            } else {
                suggestions.forEach(this::print);
            }
        }
        return ExitCode.CLEAN;
    }

    private void print(List<Discovering.Choice> choices) {
        if (json) {
            choices.forEach(choice -> root.screen().out().println(DiscoveryJson.of(choice)));
            return;
        }
        TextTable table = new TextTable().row("object type", "objects", "");
        choices.forEach(choice -> table.row(choice.name(),
                choice.objects().toString(),
                choice.description() == null ? "" : choice.description()));
        table.print(root.screen().out(), "");
        root.screen().out().println("\nDeclare one: syncline discover " + folder + " --connector " + connector
                + " --type TYPE" + (all ? "" : "; --all lists those without objects too"));
    }

    private void print(SuggestedType type) {
        if (json) {
            root.screen().out().println(DiscoveryJson.of(type));
            return;
        }
        ObjectTypeXml.element(type).lines().forEach(line -> root.screen().out().println("  " + line));
        root.screen().out().println("  <!-- " + judged(type) + " -->");
    }

    private static String judged(SuggestedType type) {
        String sample = type.sampled() == 0
                ? "there are no objects to judge by"
                : "judged by " + type.sampled() + (type.sampled() == 1 ? " object" : " objects");
        return sample + (type.leftOut() == 0 ? "" : "; " + type.leftOut() + " more attributes with --all");
    }

    private void refuseDeclared(ConnectorDefinition definition) {
        if (!write || overwrite) {
            return;
        }
        types.stream().filter(type -> definition.objectType(type).isPresent()).findFirst().ifPresent(type -> {
            throw new CommandLineProblem(definition.objectType(type).orElseThrow().location() + ": '" + type
                    + "' is declared already; --overwrite replaces its attributes, and without --write they are printed");
        });
    }

    private void write(ConnectorDefinition definition, List<SuggestedType> suggestions) throws IOException {
        String name = definition.location().file();
        Path path = folder.existing().resolve(name);
        byte[] before = Files.readAllBytes(path);
        byte[] content = before;
        for (SuggestedType type : suggestions) {
            ConnectorFile file = new ConnectorFile(name, content);
            content = (file.objectType(type.name()).isPresent()
                    ? file.withAttributes(type.name(), ObjectTypeXml.attributes(type))
                    : file.with(List.of(ObjectTypeXml.element(type)))).getBytes(file.encoding());
        }
        Files.write(path, content);
        suggestions.forEach(type -> root.screen().out().println("Wrote " + type.name() + " with "
                + type.attributes().size() + " attributes into " + name + " (" + judged(type) + ")."));
    }
}
