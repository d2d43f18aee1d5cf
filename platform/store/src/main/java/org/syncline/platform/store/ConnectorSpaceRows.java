package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.encoding.HologramEncoding;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.platform.store.encoding.UnreadableBody;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.Value;

/** Makes staged objects of rows. */
final class ConnectorSpaceRows {
    static final String OBJECT =
            "o.id, o.connector_id, o.type_id, o.anchor, o.link_state, o.link_origin, o.identity_id,"
                    + " o.report_high, o.report_low, o.body";
    static final String NAME = "o.id, o.connector_id, o.type_id, o.identity_id, o.link_state, o.anchor, o.dn,"
            + " o.pending_import, o.is_gone";

    private final TypeNumbers types;
    private final ReferenceTable references;

    ConnectorSpaceRows(TypeNumbers types, ReferenceTable references) {
        this.types = types;
        this.references = references;
    }

    /** A row. */
    record Stored(long id, String connector, Layout layout, String anchor, Link link, ContentHash report,
            byte[] body) {}

    /** Reads a row; {@link #objects} makes objects of all of them. */
    Stored read(Row row) throws SQLException {
        return new Stored(row.number(), types.connectorName(row.small()), types.reading(row.small()), row.text(),
                Codes.link(row.small(), row.small(), row.number()), row.hash(), row.bytes());
    }

    /** Of rows, the objects that were sought, in ascending order. */
    List<ConnectorSpaceObject> objects(List<Stored> rows, SoughtNumbers sought) {
        return objects(rows.stream().filter(row -> sought.contains(row.id)).toList());
    }

    /** Objects in ascending order. */
    List<ConnectorSpaceObject> objects(List<Stored> rows) {
        List<Stored> sorted = rows.stream().sorted(Comparator.comparingLong(Stored::id)).toList();
        Map<Long, Map<Integer, Content>> held = references.held(owners(sorted));
        List<ConnectorSpaceObject> objects = new ArrayList<>(sorted.size());
        for (Stored row : sorted) {
            objects.add(object(row, held.getOrDefault(row.id, Map.of())));
        }
        lookUpChanged(objects);
        return objects;
    }

    private static List<RowOwner> owners(List<Stored> rows) {
        return rows.stream()
                .filter(row -> row.layout.hasRows())
                .map(row -> new RowOwner(row.connector, row.id, row.layout, HologramEncoding.largeSets(row.body)))
                .toList();
    }

    /** Whatever is done with an object, it will be asked whether its large sets hold what is to be changed in them. */
    private void lookUpChanged(List<ConnectorSpaceObject> objects) {
        Map<LargeRows, Set<Value>> changed = new HashMap<>();
        for (ConnectorSpaceObject object : objects) {
            Hologram hologram = object.hologram();
            Stream.of(hologram.pendingImport(), hologram.unconfirmedExport(), hologram.pendingExport())
                    .flatMap(delta -> delta.changes().stream())
                    .forEach(change -> note(hologram.known(), change, changed));
        }
        LargeRows.lookUp(references, changed);
    }

    private static void note(Attributes known, Delta.AttributeChange change, Map<LargeRows, Set<Value>> changed) {
        if (known != null && known.get(change.attribute()) instanceof LargeValues large
                && large.stored() instanceof LargeRows set) {
            Set<Value> values = changed.computeIfAbsent(set, unused -> new HashSet<>());
            values.addAll(change.added());
            values.addAll(change.removed());
        }
    }

    private static ConnectorSpaceObject object(Stored row, Map<Integer, Content> held) {
        HologramEncoding.Body body = body(row, held);
        Anchor anchor = row.anchor == null ? null : new Anchor(row.anchor);
        return new ConnectorSpaceObject(row.id, row.connector, anchor, body.hologram(), row.link, body.draft(),
                body.leaving(), body.presence(), row.report);
    }

    private static HologramEncoding.Body body(Stored row, Map<Integer, Content> held) {
        try {
            return HologramEncoding.read(row.body, row.layout, held);
        } catch (UnreadableBody | IndexOutOfBoundsException exception) {
            throw new StoreException("The connector-space object #" + row.id + " of '" + row.connector
                    + "' cannot be read: " + exception.getMessage() + ". Restore the store from a backup", exception);
        }
    }

    AccountName name(Row row) throws SQLException {
        long id = row.number();
        String connector = types.connectorName(row.small());
        String type = types.type(row.small()).name();
        return new AccountName(id, connector, type, row.number(), Codes.isFiltered(row.small()), row.text(), row.text(),
                row.small() != Codes.NO_IMPORT, row.flag());
    }
}
