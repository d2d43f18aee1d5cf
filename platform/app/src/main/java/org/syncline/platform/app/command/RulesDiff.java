package org.syncline.platform.app.command;

import java.util.List;
import org.syncline.platform.app.report.RulesJson;
import org.syncline.platform.app.report.UnifiedDifference;
import org.syncline.platform.engine.operations.RuleVersions;
import org.syncline.platform.engine.operations.RuleVersions.ChangedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code syncline rules diff}: what changed. */
@Command(
        name = "diff",
        description = "Shows what differs between two versions, or between a version and the folder as it is, as unified differences.")
final class RulesDiff extends VersionCommand {

    @Parameters(index = "1", paramLabel = "A", description = "The number of a version.")
    private long before;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "B",
            description = "The number of another version (default: the folder as it is).")
    private Long after;

    @Override
    void answer(RuleVersions versions) {
        List<ChangedFile> files = versions.differences(before, after);
        if (files.isEmpty() && !json()) {
            screen().out().println("Nothing differs.");
        }
        for (ChangedFile file : files) {
            screen().out().println(json() ? RulesJson.of(file) : UnifiedDifference.of(file).stripTrailing());
        }
    }
}
