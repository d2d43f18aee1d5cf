package org.syncline.platform.app.command;

import java.util.List;
import org.syncline.platform.app.report.RulesJson;
import org.syncline.platform.engine.operations.RuleVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code syncline rules rollback}: back to what there was. */
@Command(
        name = "rollback",
        description = "Writes the files of a version back into the folder. A process that follows the folder takes them "
                + "like any save; otherwise the next run does.")
final class RulesRollback extends VersionCommand {

    @Parameters(index = "1", paramLabel = "N", description = "The number of the version.")
    private long version;

    @Option(names = "--force", description = "Also lose changes of the folder that no version has.")
    private boolean force;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who does it, for the audit (default: the user of the operating system).")
    private String by;

    @Override
    void answer(RuleVersions versions) {
        List<String> files = versions.rollBack(version, force, by == null ? user() : by);
        if (json()) {
            screen().out().println(RulesJson.ofRollback(version, files));
        } else {
            screen().out().println(files.isEmpty()
                    ? "The folder is as in version " + version + " already."
                    : "The folder is as in version " + version + " again: " + String.join(", ", files));
        }
    }
}
