package org.syncline.platform.engine.operations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** What all explanations are made of: the rules, the store, and the computation of a preview. */
record Reasons(Store store, PinnedRules rules, Instant now) {
    private static final String MASK = "********";

    Present present() {
        return new Present(now, rules.ruleset().zone());
    }

    /** What evaluating an identity now would decide. */
    Preview preview(MetaverseObject identity) {
        return Preview.ofIdentity(identity.id(), rules, rules.prepared(ObjectKeys.class, ObjectKeys::new), store, now);
    }

    Optional<MetaverseObject> identity(long id) {
        return id == 0 ? Optional.empty() : store.metaverse().load(List.of(id)).stream().findFirst();
    }

    List<ConnectorSpaceObject> accounts(MetaverseObject identity) {
        return store.connectorSpace().accountsOf(List.of(identity.id()));
    }

    /** How an object is called in explanations; one that is gone by its number. */
    String title(long object) {
        return store.connectorSpace().load(List.of(object)).stream()
                .map(Reasons::title)
                .findFirst()
                .orElse("object #" + object + ", which is gone");
    }

    static String title(ConnectorSpaceObject object) {
        return object.connector() + " '" + object.title() + "'";
    }

    static String text(Content content, AttributeDefinition attribute) {
        return content.isPresent()
                ? content.asList().stream().map(value -> text(value, attribute)).collect(Collectors.joining(", "))
                : "(nothing)";
    }

    static String text(Value value, AttributeDefinition attribute) {
        return attribute.sensitive()
                ? MASK
                : value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY
                        ? "identity #" + reference.identity()
                        : value.text();
    }

    /** An instant, to the second. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The flows between the type of an object and that of an identity. */
    List<AttributeFlows> flows(ConnectorSpaceObject object, MetaverseObject identity) {
        return rules.ruleset().attributeFlows().stream()
                .filter(flows -> flows.connector().equals(object.connector())
                        && flows.objectType().equals(object.type().name())
                        && flows.metaverseType().equals(identity.type().name()))
                .toList();
    }

    /** The step that did something at a time: synchronizations never overlap. */
    String run(Instant when) {
        return store.runHistory().stepsAt(when).stream()
                .filter(step -> step.step().endsWith("-sync"))
                .findFirst()
                .map(Reasons::run)
                .orElse("a step that is not kept any more");
    }

    private static String run(StepRecord step) {
        return "step #" + step.id() + " (" + step.connector() + " " + step.step() + ")";
    }

    /** The open errors of an object, also where it is the account of an identity. */
    List<Statement> errors(ConnectorSpaceObject object) {
        return errors(error -> error.isOfObject()
                ? error.object() == object.id()
                : error.identity() != 0
                        && error.identity() == object.link().identity()
                        && error.connector().equals(object.connector()));
    }

    /** The open errors of the accounts of an identity, whether they exist or not, and of what is linked to it. */
    List<Statement> errors(MetaverseObject identity, List<ConnectorSpaceObject> links) {
        Set<Long> objects = links.stream().map(ConnectorSpaceObject::id).collect(Collectors.toSet());
        return errors(error -> error.isOfObject()
                ? objects.contains(error.object())
                : error.identity() == identity.id());
    }

    private List<Statement> errors(Predicate<ObjectError> which) {
        return rules.ruleset().connectors().keySet().stream()
                .flatMap(connector -> store.runHistory().errors(connector).stream())
                .filter(which)
                .map(Reasons::error)
                .toList();
    }

    private static Statement error(ObjectError error) {
        String rule = error.rule() == null ? "" : ", by " + error.rule();
        return Statement.of(
                error.connector() + ": " + error.code() + ": " + error.message(),
                "since " + time(error.firstSeen()) + ", seen " + error.count() + " times" + rule);
    }
}
