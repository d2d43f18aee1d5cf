package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.encoding.HologramEncoding;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.platform.store.encoding.UnreadableBody;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
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

    private record Narrow(long id, String connector, Layout layout, String anchor, Link link, ContentHash report,
            byte[] body) {}

    /** Reads a row; {@link #objects} makes objects of all of them. */
    Object read(Row row) throws SQLException {
        return new Narrow(row.number(), types.connectorName(row.small()), types.reading(row.small()), row.text(),
                Codes.link(row.small(), row.small(), row.number()), row.hash(), row.bytes());
    }

    /** Objects in ascending order. */
    List<ConnectorSpaceObject> objects(List<Object> rows) {
        List<Narrow> sorted =
                rows.stream().map(Narrow.class::cast).sorted(Comparator.comparingLong(Narrow::id)).toList();
        Map<Long, Map<Integer, List<Value>>> held = references.held(
                sorted.stream().filter(row -> row.layout.hasRows()).map(Narrow::id).toList());
        List<ConnectorSpaceObject> objects = new ArrayList<>(sorted.size());
        for (Narrow row : sorted) {
            objects.add(object(row, held.getOrDefault(row.id, Map.of())));
        }
        return objects;
    }

    private static ConnectorSpaceObject object(Narrow row, Map<Integer, List<Value>> held) {
        HologramEncoding.Body body = body(row, held);
        Anchor anchor = row.anchor == null ? null : new Anchor(row.anchor);
        return new ConnectorSpaceObject(row.id, row.connector, anchor, body.hologram(), row.link, body.draft(),
                body.leaving(), body.presence(), row.report);
    }

    private static HologramEncoding.Body body(Narrow row, Map<Integer, List<Value>> held) {
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
