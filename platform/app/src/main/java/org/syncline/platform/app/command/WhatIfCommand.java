package org.syncline.platform.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.syncline.platform.app.report.WhatIfJson;
import org.syncline.platform.app.report.WhatIfPage;
import org.syncline.platform.app.report.WhatIfSheet;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.whatif.WhatIfReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline what-if}: what changed rules would do. */
@Command(
        name = "what-if",
        description = {
                "Runs changed rules over everything that is stored, without writing, and tells what would become otherwise"
                        + " than without the change: how many objects, which values, by which rules.",
                "Nothing is imported and nothing exported: it tells what the next export would send."},
        footer = {
                "%nExamples:",
                "  syncline what-if contoso --rules contoso-next",
                "  syncline what-if contoso --rules edits --html review.html",
                "  syncline what-if contoso",
                "%nThe folder of changed rules is a whole configuration; or, without syncline.xml, only the files that differ, "
                        + "in their folders."})
final class WhatIfCommand implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(
            names = "--rules",
            paramLabel = "CHANGED",
            description = "The folder with the changed rules (default: FOLDER as it is, against the version that was published "
                    + "last, such as one that waits for its approval).")
    private Path changed;

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many objects to show of each effect (default: ${DEFAULT-VALUE}).")
    private int examples;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with charts into this file.")
    private Path html;

    @Override
    public Integer call() throws IOException {
        if (changed != null && !Files.isDirectory(changed)) {
            throw new CommandLineProblem("--rules '" + changed + "' is no folder; give a copy of " + folder
                    + " with the changes, or a folder with only the files that differ");
        }
        if (examples < 0) {
            throw new CommandLineProblem("--examples is 0 or more, not " + examples);
        }
        try (Workspace workspace = folder.open()) {
            WhatIfReport report =
                    changed == null ? workspace.whatIf(examples) : workspace.whatIf(changed, examples);
            print(report);
            return code(report);
        }
    }

    private void print(WhatIfReport report) throws IOException {
        if (html != null) {
            try (Writer file = Files.newBufferedWriter(html, StandardCharsets.UTF_8)) {
                WhatIfPage.write(report, folder.toString(), file);
            }
        }
        if (json) {
            root.screen().out().println(WhatIfJson.of(report));
        } else {
            new WhatIfSheet(root.screen()).print(report);
        }
    }

    private static int code(WhatIfReport report) {
        return report.tripsGuards()
                ? ExitCode.HELD
                : report.bringsErrors() ? ExitCode.OBJECT_ERRORS : ExitCode.CLEAN;
    }
}
