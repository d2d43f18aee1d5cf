package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.rules.join.JoinAttempt;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;

/** Explains an object of a connector: whom it belongs to or why to nobody, and what keeps its changes from being exported. */
final class ObjectReasons {
    private static final int AUDITS = 10_000;

    private final Reasons reasons;
    private final ConnectorSpaceObject object;

    ObjectReasons(Reasons reasons, ConnectorSpaceObject object) {
        this.reasons = reasons;
        this.object = object;
    }

    Explanation explain() {
        List<Statement> topics = new ArrayList<>();
        topics.add(Statement.of("it is " + Joiner.state(object.link())));
        if (!object.link().isJoined()) {
            topics.add(new Statement("why it belongs to nobody", unjoined()));
        }
        topics.add(new Statement("export", new ExportReasons(reasons, object).explain()));
        List<Statement> errors = reasons.errors(object);
        if (!errors.isEmpty()) {
            topics.add(new Statement("errors", errors));
        }
        return new Explanation(
                Reasons.title(object) + " (" + object.type().name() + " #" + object.id() + ")", topics);
    }

    private List<Statement> unjoined() {
        List<Statement> statements = new ArrayList<>();
        if (object.link().equals(Link.EXPLICITLY_DISCONNECTED)) {
            statements.add(explicitly());
        }
        Attributes image = object.hologram().imported();
        if (image == null) {
            return List.of(Statement.of("The system does not have it, or has it no more."));
        }
        ConditionReasons conditions =
                ConditionReasons.of(image, Evaluation.at(reasons.present()).anchor(object.anchor()));
        filter().ifPresent(type -> statements.add(new Statement(
                "filter of the connector (" + type.location() + ")", conditions.of(type.filter()))));
        JoinSearch search = new JoinSearch(reasons.store(), reasons.rules(), reasons.present(), List.of(object));
        List<JoinRules> rules = search.rules(object);
        if (rules.isEmpty()) {
            statements.add(Statement.of("There are no join rules for '" + object.type().name() + "' of '"
                    + object.connector() + "'."));
        }
        scopes(rules, conditions, statements);
        criteria(search, statements);
        projections(rules, conditions, statements);
        statements.addAll(decisions());
        return statements;
    }

    private Statement explicitly() {
        String who = reasons.store().runHistory().audits(AUDITS).stream()
                .filter(done -> done.connector().equals(object.connector()) && done.object() == object.id())
                .findFirst()
                .map(done -> done.who() + " disconnected it at " + Reasons.time(done.when()))
                .orElse("It was disconnected when its identity ended");
        return Statement
                .of(who + ", explicitly: whatever the rules below say, only a person joins it again ('joiner').");
    }

    private Optional<ConnectedObjectType> filter() {
        ConnectorDefinition connector = reasons.rules().ruleset().connectors().get(object.connector());
        return connector == null
                ? Optional.empty()
                : connector.objectType(object.type().name()).filter(type -> type.filter() != null);
    }

    private static void scopes(List<JoinRules> rules, ConditionReasons conditions, List<Statement> statements) {
        rules.stream().filter(join -> join.scope() != null).forEach(join -> statements.add(new Statement(
                "scope of the join rules (" + join.location() + ")", conditions.of(join.scope()))));
    }

    private void criteria(JoinSearch search, List<Statement> statements) {
        for (JoinAttempt attempt : search.attempts(object)) {
            List<Statement> keys = new ArrayList<>();
            attempt.keys().forEach((with, key) -> keys.add(Statement.of(
                    "compares " + (key == null ? "(nothing)" : "'" + key + "'") + " with " + with)));
            attempt.hits().forEach(hit -> keys.add(Statement.of("matches identity #" + hit.identity()
                    + (hit.taken() ? ", which has such an account already" : ""))));
            statements.add(new Statement(
                    "join rule '" + attempt.criterion() + "' (" + attempt.location() + "): " + attempt.outcome(),
                    keys));
        }
    }

    private static void projections(List<JoinRules> rules, ConditionReasons conditions, List<Statement> statements) {
        List<JoinRules.Projection> projections =
                rules.stream().flatMap(join -> join.projections().stream()).toList();
        if (projections.isEmpty()) {
            statements.add(Statement.of("There is no projection."));
        }
        projections.forEach(projection -> statements.add(new Statement(
                "projection '" + projection.name() + "' (" + projection.location() + ")"
                        + (projection.when() == null ? ": always" : ""),
                conditions.of(projection.when()))));
    }

    /** What synchronizing it now would decide. */
    private List<Statement> decisions() {
        Preview preview = Preview.of(
                object.id(), reasons.rules(), reasons.rules().prepared(ObjectKeys.class, ObjectKeys::new),
                reasons.store(),
                reasons.now());
        return preview.lines().stream()
                .filter(line -> line.phase().equals("join") || line.phase().equals("filter"))
                .map(line -> Statement.of("Synchronized now: " + line.text().toLowerCase(Locale.ROOT).substring(0, 1)
                        + line.text().substring(1)))
                .toList();
    }
}
