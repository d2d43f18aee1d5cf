package org.syncline.platform.app.report;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.xml.Problem;
import org.syncline.platform.app.workspace.Reload;
import org.syncline.platform.engine.connection.FullImports.Needed;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.pipeline.Trigger;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happens while a folder is followed, besides steps: each line has the event that it is, by which it is told apart from a step. */
final class FollowEvents {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FollowEvents() {}

    static String of(Reload reload) {
        return switch (reload) {
            case Reload.Taken taken ->
                    event("rules-taken", taken, taken.files(), List.of(), taken.fullImports());
            case Reload.Waiting waiting ->
                    event("rules-waiting", waiting, waiting.files(), List.of(), waiting.fullImports());
            case Reload.Refused refused -> event("rules-refused", refused,
                    refused.problems().stream().map(Problem::file).distinct().toList(), refused.problems(), List.of());
        };
    }

    /** What a version would do that waits for its approval: an event too. */
    static String ofTrial(long version, WhatIfReport report) {
        ObjectNode line = JSON.objectNode().put("event", "rules-what-if").put("version", version);
        line.set("whatIf", WhatIfJson.node(report));
        return line.toString();
    }

    /** That a cycle begins, and why: an event too. */
    static String ofCycle(Instant began, Trigger trigger) {
        ObjectNode line = JSON.objectNode().put("event", "cycle").put("began", began.toString());
        return switch (trigger) {
            case Trigger.Start start -> line.put("trigger", "start").toString();
            case Trigger.Period period -> line.put("trigger", "period").toString();
            case Trigger.RulesSaved saved -> line.put("trigger", "rules-saved").toString();
            case Trigger.Changes(Set<String> connectors) -> {
                line.put("trigger", "change").set("connectors", Json.texts(connectors));
                yield line.toString();
            }
        };
    }

    /** That a system tells of changes from now on: an event too. */
    static String ofListening(String connector) {
        return JSON.objectNode().put("event", "listening").put("connector", connector).toString();
    }

    /** That a system tells of no changes for now: an event too. */
    static String ofInterruption(String connector, String reason) {
        return JSON.objectNode()
                .put("event", "interrupted")
                .put("connector", connector)
                .put("reason", reason)
                .toString();
    }

    private static String event(
            String event, Reload reload, List<String> files, List<Problem> problems, List<Needed> fullImports) {
        ObjectNode line = JSON.objectNode()
                .put("event", event)
                .put("version", reload.version())
                .put("hash", reload.hash());
        line.set("files", Json.texts(files));
        ArrayNode array = line.putArray("problems");
        problems.forEach(problem -> array.add(ProblemJson.node(problem)));
        ArrayNode needed = line.putArray("fullImports");
        fullImports.forEach(one -> needed.addObject().put("connector", one.connector()).put("reason", one.reason()));
        return line.toString();
    }
}
