package org.syncline.platform.app.command;

import org.syncline.platform.app.report.RulesJson;
import org.syncline.platform.engine.operations.RuleVersions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code syncline rules approve}: publish what waits. */
@Command(
        name = "approve",
        description = "Makes a version current that waits for it, in a folder whose syncline.xml says reload=\"approve\". "
                + "It must be what the folder has now.")
final class RulesApprove extends VersionCommand {

    @Parameters(index = "1", paramLabel = "N", description = "The number of the version.")
    private long version;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who approves, for the audit (default: the user of the operating system).")
    private String by;

    @Override
    void answer(RuleVersions versions) {
        versions.approve(version, by == null ? user() : by);
        screen().out().println(json()
                ? RulesJson.ofApproval(version)
                : "Version " + version + " is published; what runs from now on uses it.");
    }
}
