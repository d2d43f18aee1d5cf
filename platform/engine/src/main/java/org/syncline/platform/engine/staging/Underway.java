package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.NewNames;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** What was sent to a connector and never answered for, because the process died or the connection broke. */
final class Underway {
    private final String connector;
    private final boolean mendsReferences;
    private final ObjectKeys keys;
    private final Store store;
    private final Map<Long, SentImage> images;
    private final Set<Long> told = new HashSet<>();

    /** @param mendsReferences whether the system has referential integrity */
    Underway(String connector, boolean mendsReferences, ObjectKeys keys, Store store) {
        this.connector = connector;
        this.mendsReferences = mendsReferences;
        this.keys = keys;
        this.store = store;
        this.images = store.runHistory().inFlight(connector);
    }

    boolean contains(long object) {
        return images.containsKey(object);
    }

    /** What was sent of an object; null for one that is not under way. */
    SentImage image(long object) {
        return images.get(object);
    }

    List<ConnectorSpaceObject> drafts() {
        return images.isEmpty()
                ? List.of()
                : store.connectorSpace().load(images.keySet()).stream().filter(ConnectorSpaceObject::isDraft).toList();
    }

    /**
     * The object with that part of what was sent accepted that the system reports.
     *
     * @param present the whole of what it reports; null where it has no such object
     * @param names notes what arrived
     */
    ConnectorSpaceObject accepted(ConnectorSpaceObject before, Attributes present, NewNames names) {
        SentImage image = images.get(before.id());
        return image == null ? before : names.arrived(before, image, present);
    }

    /**
     * What became of that which a delta did not tell of, where the system can be asked for one object: the log of a system may lack its
     * end after a crash.
     *
     * @param read whether an object lies in what was read
     */
    List<ImportedChange> untold(Predicate<ConnectorSpaceObject> read, SingleReads reads) {
        List<Long> untold = images.keySet().stream().filter(id -> !told.contains(id)).toList();
        return untold.isEmpty() || !reads.arePossible()
                ? List.of()
                : store.connectorSpace().load(untold).stream()
                        .filter(read)
                        .flatMap(object -> now(object, reads).stream())
                        .toList();
    }

    private Optional<ImportedChange> now(ConnectorSpaceObject object, SingleReads reads) {
        String type = object.type().name();
        Optional<ImportedChange> found = reads
                .read(type, object.anchor(), Arrival.name(object, image(object.id())))
                .map(Function.identity());
        return found.or(() -> Optional.ofNullable(object.anchor()).map(gone -> new ImportedChange.Deleted(type, gone)));
    }

    /** For the names that are accepted in one page. */
    NewNames newNames() {
        return new NewNames(connector, mendsReferences, keys, store);
    }

    /** Within a transaction: of these, the system has told what became of them. */
    void settle(Collection<Long> objects) {
        List<Long> settled = objects.stream().filter(images::containsKey).toList();
        if (!settled.isEmpty()) {
            store.runHistory().settle(connector, settled);
            told.addAll(settled);
        }
    }

    /**
     * After everything was read: what was not among it did not arrive. Drafts may be sent again; those unwanted go.
     *
     * @param read whether an object lies in what was read
     * @param full whether all of it was read, not only what changed
     */
    void didNotArrive(Predicate<ConnectorSpaceObject> read, boolean full) {
        if (images.isEmpty()) {
            return;
        }
        Set<Long> settled = new TreeSet<>(images.keySet());
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        for (ConnectorSpaceObject object : store.connectorSpace().load(images.keySet())) {
            boolean isTold = read.test(object) && (full || object.isDraft());
            if (!isTold) {
                settled.remove(object.id());
            } else if (Arrival.isUnwanted(object)) {
                changes.add(keys.change(object, null));
            }
        }
        store.inTransaction(() -> {
            store.connectorSpace().write(changes);
            Departed.note(changes, store.runHistory());
            store.runHistory().settle(connector, settled);
        });
    }
}
