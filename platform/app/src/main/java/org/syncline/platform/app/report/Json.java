package org.syncline.platform.app.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.syncline.platform.engine.operations.Disconnected;
import org.syncline.platform.engine.operations.Explanation;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.operations.ImportApproval.Released;
import org.syncline.platform.engine.operations.Previewing.ShownPreview;
import org.syncline.platform.engine.operations.ShownObject;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.CountedChange;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What commands answer with {@code --json}: one object a line. */
public final class Json {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Json() {}

    public static String of(StepReport report) {
        ObjectNode line = JSON.objectNode()
                .put("connector", report.request().connector())
                .put("step", report.request().step().kind().text())
                .put("profile", report.request().profile())
                .put("result", report.result().text())
                .put("seconds", report.took().toMillis() / 1000.0)
                .put("message", report.message());
        line.set("counters", counters(report.counters()));
        line.set("targets", targets(report.counters()));
        line.set("errors", errors(report.errors()));
        return line.toString();
    }

    public static String of(StepRecord step) {
        ObjectNode line = JSON.objectNode()
                .put("id", step.id())
                .put("connector", step.connector())
                .put("step", step.step())
                .put("profile", step.profile())
                .put("rules", step.rulesetVersion())
                .put("began", step.began().toString())
                .put("ended", step.ended() == null ? null : step.ended().toString())
                .put("result", step.result() == null ? null : step.result().text())
                .put("message", step.message());
        if (step.counters() != null) {
            line.set("counters", counters(step.counters()));
            line.set("targets", targets(step.counters()));
        }
        return line.toString();
    }

    private static ObjectNode counters(Counters counters) {
        ObjectNode node = JSON.objectNode();
        counters.asMap().forEach(node::put);
        return node;
    }

    private static ObjectNode targets(Counters counters) {
        ObjectNode node = JSON.objectNode();
        counters.targets().forEach((target, counts) -> {
            ObjectNode counted = node.putObject(target);
            counts.forEach(counted::put);
        });
        return node;
    }

    public static String of(Counted counted) {
        ObjectNode line = JSON.objectNode()
                .put("counter", counted.counter().text())
                .put("connector", counted.connector())
                .put("object", counted.object())
                .put("title", counted.title());
        ArrayNode changes = line.putArray("changes");
        for (CountedChange change : counted.changes()) {
            ObjectNode node = changes.addObject().put("attribute", change.attribute());
            node.set("added", texts(change.added()));
            node.set("removed", texts(change.removed()));
        }
        return line.toString();
    }

    /** What a person released of what was imported from a connector. */
    public static String of(String connector, Optional<Released> released) {
        ObjectNode line = JSON.objectNode().put("connector", connector).put("released", released.isPresent());
        released.ifPresent(what -> {
            line.put("reason", what.reason());
            ObjectNode approved = line.putObject("approved");
            new TreeMap<>(what.measured()).forEach(approved::put);
            line.put("awaitsFullImport", what.awaitsFullImport());
        });
        return line.toString();
    }

    public static String of(AuditRecord done) {
        return JSON.objectNode()
                .put("when", done.when().toString())
                .put("who", done.who())
                .put("what", done.what())
                .put("connector", done.connector())
                .put("object", done.object())
                .put("title", done.title())
                .put("before", done.before())
                .put("after", done.after())
                .toString();
    }

    public static String of(Disconnected object) {
        ObjectNode line = JSON.objectNode()
                .put("connector", object.connector())
                .put("object", object.id())
                .put("objectType", object.objectType())
                .put("title", object.title())
                .put("state", object.state());
        ArrayNode attempts = line.putArray("attempts");
        object.attempts().forEach(attempt -> attempts.add(node(attempt)));
        return line.toString();
    }

    private static ObjectNode node(Disconnected.Attempt attempt) {
        ObjectNode node = JSON.objectNode()
                .put("rule", attempt.rule())
                .put("outcome", attempt.outcome());
        ObjectNode keys = node.putObject("keys");
        attempt.keys().forEach(keys::put);
        ArrayNode candidates = node.putArray("candidates");
        attempt.candidates().forEach(candidate -> candidates.addObject()
                .put("identity", candidate.identity())
                .put("score", candidate.score())
                .put("taken", candidate.taken())
                .set("agreed", texts(candidate.agreed())));
        return node;
    }

    public static String of(Explanation explanation) {
        ObjectNode line = JSON.objectNode().put("subject", explanation.subject());
        line.set("topics", statements(explanation.topics()));
        return line.toString();
    }

    private static ArrayNode statements(List<Statement> statements) {
        ArrayNode array = JSON.arrayNode();
        statements.forEach(statement -> array.addObject()
                .put("text", statement.text())
                .set("because", statements(statement.because())));
        return array;
    }

    private static ArrayNode errors(List<ObjectError> errors) {
        ArrayNode array = JSON.arrayNode();
        errors.forEach(error -> array.add(node(error)));
        return array;
    }

    public static String of(ObjectError error) {
        return node(error).toString();
    }

    private static ObjectNode node(ObjectError error) {
        return JSON.objectNode()
                .put("connector", error.connector())
                .put("origin", error.origin().name().toLowerCase(Locale.ROOT))
                .put("object", error.object())
                .put("identity", error.identity())
                .put("title", error.title())
                .put("code", error.code())
                .put("message", error.message())
                .put("rule", error.rule())
                .put("stack", error.stack())
                .put("firstSeen", error.firstSeen().toString())
                .put("count", error.count());
    }

    public static String of(PendingReference reference) {
        return JSON.objectNode()
                .put("connector", reference.connector())
                .put("object", reference.owner())
                .put("attribute", reference.attribute())
                .put("key", reference.key())
                .put("reason", reference.reason())
                .toString();
    }

    public static String of(ShownObject object) {
        ObjectNode line = JSON.objectNode()
                .put("space", object.space())
                .put("id", object.id())
                .put("objectType", object.objectType())
                .put("title", object.title())
                .put("state", object.state())
                .put("identity", object.identity());
        ObjectNode attributes = line.putObject("attributes");
        object.attributes().forEach(one -> attributes.set(one.name(), texts(one.values())));
        ObjectNode lineage = line.putObject("lineage");
        object.attributes().stream().filter(one -> !one.lineage().isEmpty())
                .forEach(one -> lineage.set(one.name(), texts(one.lineage())));
        ArrayNode pending = line.putArray("pending");
        object.pending().forEach(change -> pending.add(change(change)));
        ArrayNode links = line.putArray("links");
        object.links().forEach(link -> links.addObject()
                .put("connector", link.connector()).put("objectType", link.objectType()).put("object", link.object())
                .put("title", link.title()).put("origin", link.origin()));
        ArrayNode errors = line.putArray("errors");
        object.errors().forEach(error -> errors.addObject()
                .put("origin", error.origin()).put("code", error.code()).put("message", error.message())
                .put("rule", error.rule()));
        ArrayNode references = line.putArray("references");
        object.references().forEach(reference -> references.addObject()
                .put("attribute", reference.attribute()).put("key", reference.key())
                .put("reason", reference.reason()));
        return line.toString();
    }

    public static String of(ShownPreview preview) {
        ObjectNode line = JSON.objectNode();
        ArrayNode decisions = line.putArray("decisions");
        preview.decisions().forEach(decision -> decisions.addObject()
                .put("phase", decision.phase()).put("subject", decision.subject()).put("text", decision.text()));
        ArrayNode changes = line.putArray("changes");
        preview.changes().forEach(change -> changes.add(change(change.change())
                .put("space", change.space()).put("title", change.title())));
        line.set("errors", texts(preview.errors()));
        ArrayNode identities = line.putArray("identities");
        preview.results().forEach(result -> {
            ArrayNode values =
                    identities.addObject().put("title", result.title()).putArray("values");
            result.values().forEach(value -> values.addObject()
                    .put("attribute", value.attribute()).put("before", value.before()).put("after", value.after()));
        });
        line.put("digest", preview.digest()).put("committed", preview.committed());
        return line.toString();
    }

    private static ObjectNode change(ShownObject.PendingChange change) {
        ObjectNode node = JSON.objectNode().put("direction", change.direction()).put("kind", change.kind());
        ArrayNode attributes = node.putArray("attributes");
        change.changes().forEach(one -> {
            ObjectNode attribute = attributes.addObject().put("name", one.name());
            attribute.set("added", texts(one.added()));
            attribute.set("removed", texts(one.removed()));
        });
        return node;
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
