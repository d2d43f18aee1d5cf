package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Delta.AttributeChange;
import org.syncline.schema.identity.Value;

/**
 * Sends a refused update in parts, halving what is refused until the guilty attributes and values stand alone. What the system takes
 * is done then; the guilty rest is named.
 */
final class Splitting {
    private static final Set<ExportResult.Code> OF_A_PART = Set.of(
            ExportResult.Code.CONSTRAINT_VIOLATION, ExportResult.Code.SCHEMA_VIOLATION,
            ExportResult.Code.PERMISSION_DENIED, ExportResult.Code.NOT_SUPPORTED);
    private static final int MOST_SENDS = 64;

    private final Connector connector;
    private final ConnectorSpaceObject object;
    private final ExportOperation.Update whole;
    private final List<AttributeChange> done = new ArrayList<>();
    private final List<Outcome.Part> refused = new ArrayList<>();
    private ExportResult.Accepted answer;
    private int sends;

    private Splitting(Connector connector, ConnectorSpaceObject object, ExportOperation.Update whole) {
        this.connector = connector;
        this.object = object;
        this.whole = whole;
    }

    /** Whether something of a refused operation may be done without the rest. An object is created as a whole or not at all. */
    static boolean makesSense(ExportOperation operation, ExportResult result) {
        return operation instanceof ExportOperation.Update update
                && result instanceof ExportResult.Rejected rejected
                && isOfAPart(rejected)
                && (update.changes().size() > 1 || isDivisible(update, update.changes().getFirst()));
    }

    /** Whether what is refused may be a part of a change only. */
    static boolean isOfAPart(ExportResult.Rejected rejected) {
        return OF_A_PART.contains(rejected.code());
    }

    private static boolean isDivisible(ExportOperation.Update update, AttributeChange change) {
        return update.before().type().attribute(change.attribute()).multiValued() && values(change) > 1;
    }

    private static int values(AttributeChange change) {
        return change.added().size() + change.removed().size();
    }

    static Outcome split(Connector connector, ConnectorSpaceObject object, ExportOperation.Update whole,
            ExportResult.Rejected rejected) {
        Splitting splitting = new Splitting(connector, object, whole);
        splitting.divide(whole.changes(), rejected);
        return splitting.outcome(rejected);
    }

    private Outcome outcome(ExportResult.Rejected rejected) {
        if (answer == null) {
            ExportResult.Rejected first = refused.isEmpty() ? rejected : refused.getFirst().answer();
            return new Outcome.Refused(first, object.hologram().pendingExport(), refused);
        }
        return new Outcome.Accepted(answer, Delta.update(withMarkers(together(done))), refused);
    }

    /** Secrets were filled in to be sent; what is remembered has their markers. */
    private List<AttributeChange> withMarkers(List<AttributeChange> sent) {
        return sent.stream()
                .map(change -> {
                    AttributeChange pending = object.hologram().pendingExport().change(change.attribute());
                    return Operations.isSecret(pending) ? pending : change;
                })
                .toList();
    }

    private void send(List<AttributeChange> part) {
        if (sends++ >= MOST_SENDS || part.isEmpty()) {
            return;
        }
        List<AttributeChange> soFar = together(done);
        ExportOperation operation = new ExportOperation.Update(
                whole.objectType(),
                whole.anchor(),
                answer == null || answer.dn() == null ? whole.dn() : answer.dn(),
                part,
                Delta.update(soFar).applyTo(whole.before(), whole.before().type()));
        switch (connector.export(List.of(operation)).getFirst()) {
            case ExportResult.Accepted accepted -> {
                done.addAll(part);
                answer = accepted;
            }
            case ExportResult.Rejected rejected -> divide(part, rejected);
        }
    }

    /** The attribute that the system names stands alone at once; where it names none, halves are tried. */
    private void divide(List<AttributeChange> part, ExportResult.Rejected rejected) {
        if (rejected.code() == ExportResult.Code.CONNECTION_LOST) {
            refused.add(new Outcome.Part(rejected, Delta.update(withMarkers(part))));
        }
        if (rejected.code().isRetryable()) {
            return;
        }
        if (part.size() == 1) {
            divide(part.getFirst(), rejected);
            return;
        }
        List<AttributeChange> named = part.stream().filter(change -> isNamed(change, rejected)).toList();
        List<AttributeChange> others = part.stream().filter(change -> !isNamed(change, rejected)).toList();
        boolean helps = !named.isEmpty() && !others.isEmpty();
        int middle = part.size() / 2;
        send(helps ? others : part.subList(0, middle));
        send(helps ? named : part.subList(middle, part.size()));
    }

    private boolean isNamed(AttributeChange change, ExportResult.Rejected rejected) {
        return object.type().attribute(change.attribute()).name().equals(rejected.attribute());
    }

    private void divide(AttributeChange change, ExportResult.Rejected rejected) {
        if (!isDivisible(whole, change)) {
            refused.add(new Outcome.Part(rejected, Delta.update(withMarkers(List.of(change)))));
            return;
        }
        List<AttributeChange> single = new ArrayList<>();
        change.removed()
                .forEach(value -> single.add(new AttributeChange(change.attribute(), List.of(), List.of(value))));
        change.added().forEach(value -> single.add(new AttributeChange(change.attribute(), List.of(value), List.of())));
        int middle = single.size() / 2;
        send(together(single.subList(0, middle)));
        send(together(single.subList(middle, single.size())));
    }

    /** One change for each attribute. */
    static List<AttributeChange> together(List<AttributeChange> parts) {
        Map<Integer, List<Value>> added = new LinkedHashMap<>();
        Map<Integer, List<Value>> removed = new LinkedHashMap<>();
        for (AttributeChange part : parts) {
            added.computeIfAbsent(part.attribute(), unused -> new ArrayList<>()).addAll(part.added());
            removed.computeIfAbsent(part.attribute(), unused -> new ArrayList<>()).addAll(part.removed());
        }
        return added.keySet().stream()
                .map(attribute -> new AttributeChange(attribute, added.get(attribute), removed.get(attribute)))
                .toList();
    }
}
