package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.store.encoding.IdentityEncoding;
import org.syncline.platform.store.encoding.LargeSets;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.schema.identity.MetaverseObject;

/** Writes one page of changes of identities. */
final class MetaverseWriter {
    private final Session session;
    private final TypeNumbers types;
    private final IdentityEncoding encoding;
    private final LargeSets sets;
    private final KeyTable.Changes keys;
    private final IdentityReferenceTable.Changes references;
    private final List<Written> inserted = new ArrayList<>();
    private final List<Written> updated = new ArrayList<>();
    private final List<Long> deleted = new ArrayList<>();
    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    MetaverseWriter(Session session, TypeNumbers types, IdentityEncoding encoding, LargeSets sets, KeyTable keys,
            IdentityReferenceTable references) {
        this.session = session;
        this.types = types;
        this.encoding = encoding;
        this.sets = sets;
        this.keys = keys.new Changes();
        this.references = references.new Changes();
    }

    private record Written(MetaverseObject object, int type, byte[] body) {}

    void write(Collection<MetaverseChange> changes) {
        changes.forEach(this::note);
        session.batchOfExisting("metaverse.delete", "delete from metaverse_object where id = ?", deleted,
                (parameters, id) -> parameters.put(id));
        session.insert("metaverse.insert",
                "metaverse_object (type_id, is_ending, body, id)", 4,
                inserted, MetaverseWriter::bind);
        session.batchOfExisting("metaverse.update",
                "update metaverse_object set type_id = ?, is_ending = ?, body = ? where id = ?", updated,
                MetaverseWriter::bind);
        keys.write();
        references.write();
        counts.values().removeIf(count -> count == 0);
        session.batchOfExisting("metaverse.count", "update metaverse_count set objects = objects + ? where type_id = ?",
                counts.entrySet(), (parameters, entry) -> parameters.put(entry.getValue()).put(entry.getKey()));
    }

    private static void bind(Parameters parameters, Written written) throws SQLException {
        parameters.put(written.type).put(written.object.isEnding()).put(written.body).put(written.object.id());
    }

    private void note(MetaverseChange change) {
        MetaverseObject before = change.before();
        MetaverseObject after = change.after();
        keys.note(change.id(), change.keysBefore(), change.keysAfter());
        if (!Objects.equals(before, after)) {
            noteRow(before, after);
            noteReferences(before, after);
            count(before, -1);
            count(after, 1);
        }
    }

    private void noteRow(MetaverseObject before, MetaverseObject after) {
        if (after == null) {
            deleted.add(before.id());
        } else {
            Layout layout = types.writing(after.type());
            Written written = new Written(after, layout.typeNumber(), encoding.write(after, layout, sets));
            (before == null ? inserted : updated).add(written);
        }
    }

    private void noteReferences(MetaverseObject before, MetaverseObject after) {
        if (before != null && after != null && before.type().equals(after.type())) {
            references.note(before, after, types.writing(after.type()));
            return;
        }
        if (before != null) {
            references.noteGone(before, types.writing(before.type()));
        }
        if (after != null) {
            references.note(null, after, types.writing(after.type()));
        }
    }

    private void count(MetaverseObject object, long times) {
        if (object != null) {
            counts.merge(types.writing(object.type()).typeNumber(), times, Long::sum);
        }
    }
}
