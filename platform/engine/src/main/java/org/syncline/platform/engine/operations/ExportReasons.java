package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.operations.ShownObject.PendingChange;
import org.syncline.platform.engine.port.ExportHistory.Refusal;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** Explains what is pending for an account and what keeps it from being sent. */
final class ExportReasons {
    private static final int STEPS = 200;

    private final Reasons reasons;
    private final ConnectorSpaceObject object;

    ExportReasons(Reasons reasons, ConnectorSpaceObject object) {
        this.reasons = reasons;
        this.object = object;
    }

    List<Statement> explain() {
        List<Statement> statements = new ArrayList<>();
        pending(statements, "to be sent", object.hologram().pendingExport());
        pending(statements, "accepted, waiting for an import to confirm it", object.hologram().unconfirmedExport());
        if (!object.hologram().pendingExport().isNone()) {
            statements.addAll(obstacles());
        }
        references(statements);
        return statements.isEmpty() ? List.of(Statement.of(nothing())) : statements;
    }

    private String nothing() {
        ConnectorDefinition connector = reasons.rules().ruleset().connectors().get(object.connector());
        return connector != null && connector.readOnly()
                ? "Nothing is ever sent to '" + connector.name() + "', which is read-only."
                : "Nothing is pending.";
    }

    private void pending(List<Statement> statements, String what, Delta delta) {
        if (!delta.isNone()) {
            PendingChange change = Showing.pending("export", delta, object.type());
            List<Statement> values = new ArrayList<>();
            change.changes().forEach(attribute -> {
                attribute.removed().forEach(value -> values.add(Statement.of("- " + attribute.name() + ": " + value)));
                attribute.added().forEach(value -> values.add(Statement.of("+ " + attribute.name() + ": " + value)));
            });
            statements.add(new Statement(what + ": " + change.kind(), values));
        }
    }

    private List<Statement> obstacles() {
        List<Statement> statements = new ArrayList<>();
        ConnectorDefinition connector = reasons.rules().ruleset().connectors().get(object.connector());
        if (connector == null) {
            return List.of(Statement.of("Its connector is not configured any more."));
        }
        if (connector.readOnly()) {
            statements.add(Statement.of("The connector is read-only."));
        }
        connector.objectType(object.type().name())
                .map(ConnectedObjectType::allow)
                .filter(allow -> !allow.equals(ConnectedObjectType.Allow.ALL))
                .ifPresent(allow -> statements.add(Statement.of(
                        "The object type allows only " + allow.text() + ".")));
        if (reasons.store().runHistory().inFlight(object.connector()).containsKey(object.id())) {
            statements
                    .add(Statement.of("It was sent when a process died; the next export finds out what became of it."));
        }
        reasons.store().exportHistory().refusals(object.connector()).stream()
                .filter(refusal -> refusal.object() == object.id())
                .forEach(refusal -> statements.add(refused(refusal)));
        held(statements);
        return statements.isEmpty()
                ? List.of(Statement.of("Nothing keeps it back; the next export sends it."))
                : statements;
    }

    private static Statement refused(Refusal refusal) {
        return Statement.of(
                "The system refused it " + refusal.attempts() + " times, last " + Reasons.time(refusal.last()) + ": "
                        + refusal.code() + "; "
                        + (refusal.next() == null
                                ? "it is not sent again until something of it changes."
                                : "it is sent again after " + Reasons.time(refusal.next()) + "."));
    }

    /** What the guards said when its connector was last exported. */
    private void held(List<Statement> statements) {
        reasons.store().runHistory().steps(STEPS).stream()
                .filter(step -> step.connector().equals(object.connector()) && step.step().equals("export"))
                .findFirst()
                .filter(step -> step.result() != null && step.result().isHeld())
                .ifPresent(step -> statements.add(Statement.of(
                        "The last export, step #" + step.id() + ", was held by a guard: " + step.message())));
    }

    private void references(List<Statement> statements) {
        for (PendingReference reference : reasons.store().runHistory().pendingReferences(object.connector())) {
            if (reference.owner() == object.id()) {
                statements.add(Statement.of(reference.attribute() + " names " + reference.key() + ": "
                        + (reference.reason().equals("owed")
                                ? "owed, it has no account here yet"
                                : reference.reason())));
            }
        }
    }
}
