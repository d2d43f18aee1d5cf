package org.syncline.platform.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.xml.LibraryRule;
import org.syncline.dsl.xml.RuleLibrary;
import org.syncline.platform.app.report.LibrarySheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code syncline library}: the ready-made rules. */
@Command(
        name = "library",
        description = "Shows the ready-made rules that rule files take with <include library=\"NAME\"/>.")
final class Library implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Show the parameters and rules of this one; without it, list all.")
    private String name;

    @Override
    public Integer call() {
        RuleLibrary library = new RuleLibrary();
        LibrarySheet sheet = new LibrarySheet(root.screen());
        if (name == null) {
            sheet.list(library.rules());
        } else {
            sheet.show(library.find(name).orElseThrow(() -> unknown(library)));
        }
        return ExitCode.CLEAN;
    }

    private CommandLineProblem unknown(RuleLibrary library) {
        List<String> names = library.rules().stream().map(LibraryRule::name).toList();
        String nearest = NearestName.to(name, names);
        return new CommandLineProblem("The library has no '" + name + "'; "
                + (nearest == null ? "it has " + String.join(", ", names) : "did you mean " + nearest + "?"));
    }
}
