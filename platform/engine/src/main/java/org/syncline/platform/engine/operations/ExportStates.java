package org.syncline.platform.engine.operations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.confirmation.HeldValues;
import org.syncline.platform.engine.export.ChangeHash;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.ExportHistory.Refusal;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Why pending exports are not simply sent next time, in words. */
final class ExportStates {
    private final Map<Long, Refusal> refusals;
    private final HeldValues held;
    private final ConnectorDefinition connector;
    private final Map<Long, List<PendingReference>> waiting;
    private final Instant now;

    ExportStates(ConnectorDefinition connector, Store store, Instant now) {
        this.connector = connector;
        ExportHistory history = store.exportHistory();
        this.waiting = store.runHistory().pendingReferences(connector.name()).stream()
                .filter(PendingReference::isHeldBack)
                .collect(Collectors.groupingBy(PendingReference::owner));
        this.refusals = history.refusals(connector.name()).stream()
                .collect(Collectors.toMap(Refusal::object, Function.identity()));
        this.held = new HeldValues(connector, history);
        this.now = now;
    }

    /** Null for nothing to say. */
    String of(ConnectorSpaceObject object) {
        List<String> states = new ArrayList<>();
        connector.objectType(object.type().name())
                .map(ConnectedObjectType::allow)
                .filter(allow -> !allow.allows(object.hologram().pendingExport().kind()))
                .ifPresent(allow -> states.add("never sent, the object type allows only \"" + allow.text() + "\""));
        Refusal refusal = refusals.get(object.id());
        if (refusal != null && refusal.postpones(ChangeHash.of(object), now)) {
            states.add("refused " + refusal.attempts() + " times (" + refusal.code() + "), " + (refusal.next() == null
                    ? "not sent again until it changes"
                    : "sent again at " + refusal.next().truncatedTo(ChronoUnit.SECONDS)));
        }
        held.of(object).forEach(one -> states.add(one.attribute() + " is held, reported otherwise " + one.times()
                + " times since " + one.firstSeen().truncatedTo(ChronoUnit.SECONDS)));
        waiting.getOrDefault(object.id(), List.of()).forEach(one -> states.add(
                one.attribute() + " " + one.key() + ": " + one.reason()));
        return states.isEmpty() ? null : String.join("; ", states);
    }
}
