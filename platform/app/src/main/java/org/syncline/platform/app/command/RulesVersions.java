package org.syncline.platform.app.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.syncline.platform.app.report.RulesJson;
import org.syncline.platform.app.report.TextTable;
import org.syncline.platform.engine.operations.RuleVersions;
import org.syncline.platform.engine.operations.RuleVersions.Listed;
import picocli.CommandLine.Command;

/** {@code syncline rules versions}: what there was. */
@Command(name = "versions", description = "Lists the versions of the rules that are kept, the latest first.")
final class RulesVersions extends VersionCommand {
    private static final int HASH_SHOWN = 12;
    private static final int FILES_SHOWN = 3;

    @Override
    void answer(RuleVersions versions) {
        List<Listed> listed = versions.list();
        if (json()) {
            listed.forEach(one -> screen().out().println(RulesJson.of(one)));
            return;
        }
        TextTable table = new TextTable().row("version", "saved", "taken", "by", "hash", "files", "");
        listed.forEach(one -> table.row(
                String.valueOf(one.version().version()),
                time(one.version().saved()),
                one.version().isPublished() ? time(one.version().published()) : "never",
                one.version().isPublished() ? one.version().by() : "",
                one.version().contentHash().substring(0, HASH_SHOWN),
                files(one.files()),
                one.inFolder() ? "is in the folder" : ""));
        table.print(screen().out(), "");
        if (listed.stream().noneMatch(Listed::inFolder)) {
            screen().out().println("The folder has changes that are no version yet.");
        }
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String files(List<String> files) {
        return files.size() <= FILES_SHOWN
                ? String.join(", ", files)
                : String.join(", ", files.subList(0, FILES_SHOWN)) + " and " + (files.size() - FILES_SHOWN) + " more";
    }
}
