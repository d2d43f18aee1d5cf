package org.syncline.platform.engine.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/**
 * Gives what is staged below a container that was renamed or moved the names that it has since: the system reports none of them. It is
 * found container by container, so that it costs what stands below and nothing else.
 */
final class NamesBelow {
    private static final int PAGE = 500;

    private final String connector;
    private final boolean mendsReferences;
    private final ObjectKeys keys;
    private final Store store;
    private final Map<String, String> renamed = new LinkedHashMap<>();

    /** @param mendsReferences whether the system has referential integrity */
    NamesBelow(String connector, boolean mendsReferences, ObjectKeys keys, Store store) {
        this.connector = connector;
        this.mendsReferences = mendsReferences;
        this.keys = keys;
        this.store = store;
    }

    /** Notes what became of one object; it may be a container. */
    void note(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        note(before, after, renamed);
    }

    private static void note(ConnectorSpaceObject before, ConnectorSpaceObject after, Map<String, String> renamed) {
        String was = name(before);
        String is = name(after);
        if (was != null && is != null && !was.equals(is)) {
            renamed.put(was, is);
        }
    }

    private static String name(ConnectorSpaceObject object) {
        Attributes exported = object.hologram().exported();
        return exported == null ? null : exported.dn();
    }

    /**
     * Writes the names of what stands below, in pages; within the transaction that wrote the containers.
     *
     * @param moved takes each object as it is afterwards
     */
    void write(Consumer<ConnectorSpaceObject> moved) {
        write(renamed, moved);
    }

    private void write(Map<String, String> containers, Consumer<ConnectorSpaceObject> moved) {
        Map<ContentHash, String> names = new LinkedHashMap<>();
        containers.keySet().forEach(name -> names.put(Keys.container(connector, name), name));
        Map<ContentHash, List<Long>> below =
                names.isEmpty() ? Map.of() : store.connectorSpace().find(names.keySet());
        names.forEach((key, name) -> {
            List<Long> ids = below.getOrDefault(key, List.of());
            for (int from = 0; from < ids.size(); from += PAGE) {
                List<Long> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
                write(move(page, name, containers.get(name), moved), moved);
            }
        });
    }

    /** The objects of the page that have other names since, each of which may be a container too. */
    private Map<String, String> move(
            List<Long> page, String container, String other, Consumer<ConnectorSpaceObject> moved) {
        Map<String, String> names = new LinkedHashMap<>();
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        ReferencesMendedBySystem mended = new ReferencesMendedBySystem(connector, keys, store);
        for (ConnectorSpaceObject before : store.connectorSpace().load(page)) {
            ConnectorSpaceObject after =
                    before.with(before.hologram().moved(container, other)).reported(ContentHash.UNKNOWN);
            if (!after.hologram().equals(before.hologram())) {
                note(before, after, names);
                changes.add(keys.change(before, after));
                moved.accept(after);
                if (mendsReferences) {
                    mended.note(before, after);
                }
            }
        }
        if (!changes.isEmpty()) {
            store.connectorSpace().write(mended.withReferrers(changes));
        }
        return names;
    }
}
