package org.syncline.platform.engine.confirmation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/**
 * The values of one connector that are not sent any more, because the system accepted them too often and reports something else: until
 * the wanted value, the reported one, or a person changes that.
 */
public final class HeldValues {
    private final Map<Long, List<Contradiction>> held;

    public HeldValues(ConnectorDefinition connector, ExportHistory history) {
        this.held = history.contradictions(connector.name()).stream()
                .filter(one -> one.times() >= connector.holdAfter())
                .collect(Collectors.groupingBy(Contradiction::object));
    }

    /** Those of an object that are wanted now and would be sent. */
    public List<Contradiction> of(ConnectorSpaceObject object) {
        return held.getOrDefault(object.id(), List.of()).stream().filter(one -> holds(object, one)).toList();
    }

    private static boolean holds(ConnectorSpaceObject object, Contradiction one) {
        Delta pending = object.hologram().pendingExport();
        int attribute = object.type().indexOf(one.attribute());
        Attributes imported = object.hologram().imported();
        if (pending.kind() != Delta.Kind.UPDATE || attribute < 0 || imported == null
                || pending.change(attribute) == null) {
            return false;
        }
        Compared compared = Compared.of(object.hologram().wanted().get(attribute), imported.get(attribute));
        return compared.wantedHash().equals(one.wanted()) && compared.reportedHash().equals(one.reported());
    }
}
