package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/**
 * The order of an export: additions by object type as they are declared, then updates, then new names that have to wait for these, then
 * deletions, what is below others first. An object that others need may be taken ahead of its turn.
 */
final class ExportOrder {
    private record Part(String objectType, Delta.Kind kind) {}

    private final ConnectorSpace connectorSpace;
    private final String connector;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Long> takenAhead = new HashSet<>();
    private final Deletions deletions;
    private final LateNames lateNames = new LateNames();
    private final boolean namesLast;
    private int part;
    private long after;

    /**
     * @param namesLast whether the system follows new names in its references, so that nobody may refer to them before it has them
     * @param sent which kinds of which object types are sent at all
     * @param kept gets what is to be deleted and is not sent at all
     */
    ExportOrder(
            ConnectorSpace connectorSpace, ConnectorDefinition connector, boolean namesLast,
            BiPredicate<String, Delta.Kind> sent, Consumer<AccountName> kept) {
        this.connectorSpace = connectorSpace;
        this.namesLast = namesLast;
        this.connector = connector.name();
        List<String> types =
                connector.objectTypes().stream().map(ConnectedObjectType::type).map(ObjectType::name).toList();
        for (Delta.Kind kind : List.of(Delta.Kind.ADD, Delta.Kind.UPDATE)) {
            types.stream().filter(type -> sent.test(type, kind)).forEach(type -> parts.add(new Part(type, kind)));
        }
        deletions = new Deletions(
                connectorSpace, connector.name(), types.reversed(), type -> sent.test(type, Delta.Kind.DELETE), kept);
    }

    /** The next objects to send; empty when there are no more. */
    List<Long> next(int limit) {
        while (part < parts.size()) {
            Part current = parts.get(part);
            List<Long> ids =
                    connectorSpace.pendingExports(connector, current.objectType(), current.kind(), after, limit);
            if (!ids.isEmpty()) {
                after = ids.getLast();
                List<Long> left = ids.stream().filter(id -> !takenAhead.contains(id)).toList();
                if (!left.isEmpty()) {
                    return left;
                }
            } else {
                part++;
                after = 0;
            }
        }
        List<Long> renamed = lateNames.next(limit);
        return renamed.isEmpty() ? deletions.next(limit) : renamed;
    }

    /** What is to be sent now of an object that has its turn; nothing where its turn comes once more. */
    Optional<ConnectorSpaceObject> now(ConnectorSpaceObject object) {
        if (!namesLast) {
            return Optional.of(object);
        }
        return part < parts.size() ? lateNames.atItsTurn(object) : lateNames.afterAll(object);
    }

    /** Takes an addition or update now whose turn has not come yet; false if it had its turn, or gets none. */
    boolean takeAhead(ConnectorSpaceObject object) {
        int turn = parts.indexOf(new Part(
                object.type().name(), object.hologram().pendingExport().kind()));
        boolean comes = turn > part || turn == part && object.id() > after;
        return comes && takenAhead.add(object.id()) || lateNames.take(object.id());
    }
}
