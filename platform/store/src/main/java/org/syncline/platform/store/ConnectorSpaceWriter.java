package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.store.encoding.HologramEncoding;
import org.syncline.platform.store.encoding.LargeSets;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** Writes one page of changes of staged objects. */
final class ConnectorSpaceWriter {
    private final Session session;
    private final TypeNumbers types;
    private final LargeSets sets;
    private final KeyTable.Changes keys;
    private final ReferenceTable.Changes references;
    private final List<Written> inserted = new ArrayList<>();
    private final List<Written> updated = new ArrayList<>();
    private final List<Long> deleted = new ArrayList<>();
    private final TreeMap<Integer, TypeCount> counts = new TreeMap<>();

    ConnectorSpaceWriter(Session session, TypeNumbers types, LargeSets sets, KeyTable keys,
            ReferenceTable references) {
        this.session = session;
        this.types = types;
        this.sets = sets;
        this.keys = keys.new Changes();
        this.references = references.new Changes();
    }

    private record Written(ConnectorSpaceObject object, int connector, int type, byte[] body) {}

    void write(Collection<ConnectorSpaceChange> changes) {
        changes.forEach(this::note);
        session.batchOfExisting("connector-space.delete", "delete from connector_space_object where id = ?", deleted,
                (parameters, id) -> parameters.put(id));
        session.insert("connector-space.insert",
                "connector_space_object (connector_id, type_id, anchor, anchor_high, anchor_low, dn, link_state,"
                        + " link_origin, identity_id, pending_import, pending_export, is_gone, report_high, report_low, body, id)",
                16,
                inserted, ConnectorSpaceWriter::bind);
        session.batchOfExisting("connector-space.update",
                "update connector_space_object set connector_id = ?, type_id = ?, anchor = ?, anchor_high = ?, anchor_low = ?,"
                        + " dn = ?, link_state = ?, link_origin = ?, identity_id = ?, pending_import = ?, pending_export = ?,"
                        + " is_gone = ?, report_high = ?, report_low = ?, body = ? where id = ?",
                updated, ConnectorSpaceWriter::bind);
        keys.write();
        references.write();
        writeCounts();
    }

    private void note(ConnectorSpaceChange change) {
        ConnectorSpaceObject before = change.before();
        ConnectorSpaceObject after = change.after();
        keys.note(change.id(), change.keysBefore(), change.keysAfter());
        if (Objects.equals(before, after)) {
            return;
        }
        ConnectorSpaceObject either = after == null ? before : after;
        Layout layout = types.writing(either.connector(), either.type());
        noteRow(before, after, layout);
        noteReferences(before, after, layout);
        count(before, -1);
        count(after, 1);
    }

    private void noteReferences(ConnectorSpaceObject before, ConnectorSpaceObject after, Layout layout) {
        if (before == null || after == null || before.type().name().equals(after.type().name())) {
            references.note(before, after, layout);
        } else {
            references.note(before, null, types.writing(before.connector(), before.type()));
            references.note(null, after, layout);
        }
    }

    private void noteRow(ConnectorSpaceObject before, ConnectorSpaceObject after, Layout layout) {
        if (after == null) {
            deleted.add(before.id());
            return;
        }
        HologramEncoding.Body body = new HologramEncoding.Body(after.hologram(), after.draft(), after.leaving(),
                after.presence());
        Written written = new Written(after, types.connector(after.connector()), layout.typeNumber(),
                HologramEncoding.write(body, layout, sets));
        (before == null ? inserted : updated).add(written);
    }

    private static void bind(Parameters parameters, Written written) throws SQLException {
        ConnectorSpaceObject object = written.object;
        parameters.put(written.connector).put(written.type);
        bindAnchor(parameters, object);
        parameters.put(object.dn())
                .put(Codes.state(object.link()))
                .put(Codes.origin(object.link()))
                .put(object.link().identity())
                .put(Codes.pendingImport(object.hologram().pendingImport()))
                .put(Codes.export(object.hologram().pendingExport().kind()))
                .put(AccountName.of(object).gone())
                .put(object.lastReport())
                .put(written.body)
                .put(object.id());
    }

    private static void bindAnchor(Parameters parameters, ConnectorSpaceObject object) throws SQLException {
        Anchor anchor = object.anchor();
        if (anchor == null) {
            parameters.put((String) null).putNull().putNull();
        } else {
            ContentHash key = Keys.anchor(object.connector(), object.type().name(), anchor);
            parameters.put(anchor.text()).put(key);
        }
    }

    private void count(ConnectorSpaceObject object, int times) {
        if (object != null) {
            TypeCount none = TypeCount.of(object.type().name(), null);
            TypeCount one = TypeCount.of(object.type().name(), object);
            int type = types.writing(object.connector(), object.type()).typeNumber();
            counts.merge(type, times > 0 ? one : none.minus(one), TypeCount::plus);
        }
    }

    private void writeCounts() {
        counts.values().removeIf(TypeCount::isZero);
        session.batchOfExisting("connector-space.count",
                "update connector_space_count set objects = objects + ?, joined = joined + ?, pending_imports = pending_imports + ?,"
                        + " pending_adds = pending_adds + ?, pending_updates = pending_updates + ?,"
                        + " pending_deletes = pending_deletes + ? where type_id = ?",
                counts.entrySet(), (parameters, entry) -> {
                    TypeCount count = entry.getValue();
                    parameters.put(count.objects())
                            .put(count.joined())
                            .put(count.pendingImports())
                            .put(count.pendingAdds())
                            .put(count.pendingUpdates())
                            .put(count.pendingDeletes())
                            .put(entry.getKey());
                });
    }
}
