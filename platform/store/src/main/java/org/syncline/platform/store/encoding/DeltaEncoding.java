package org.syncline.platform.store.encoding;

import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Delta.AttributeChange;
import org.syncline.schema.identity.Value;

/** A delta: its kind, and the changes of attributes, each behind its number. */
public final class DeltaEncoding {
    private static final int NONE = 0;
    private static final int ADD = 1;
    private static final int UPDATE = 2;
    private static final int DELETE = 3;

    private DeltaEncoding() {}

    public static void write(Delta delta, Layout layout, ByteWriter to) {
        switch (delta.kind()) {
            case NONE -> to.octet(NONE);
            case DELETE -> to.octet(DELETE);
            case ADD -> {
                to.octet(ADD);
                write(delta.changes(), layout, to);
            }
            case UPDATE -> {
                to.octet(UPDATE);
                write(delta.changes(), layout, to);
            }
        }
    }

    private static void write(List<AttributeChange> changes, Layout layout, ByteWriter to) {
        to.number(changes.size());
        for (AttributeChange change : changes) {
            to.number(layout.number(change.attribute()));
            ValueEncoding.write(change.added(), to);
            ValueEncoding.write(change.removed(), to);
        }
    }

    public static Delta read(Layout layout, ByteReader from) {
        int kind = from.octet();
        return switch (kind) {
            case NONE -> Delta.none();
            case DELETE -> Delta.delete();
            case ADD -> Delta.add(changes(layout, from));
            case UPDATE -> Delta.update(changes(layout, from));
            default -> throw new UnreadableBody("it holds a change of the unknown kind " + kind);
        };
    }

    private static List<AttributeChange> changes(Layout layout, ByteReader from) {
        int count = from.count();
        List<AttributeChange> changes = new ArrayList<>(count);
        for (int read = 0; read < count; read++) {
            int index = layout.index(from.count());
            List<Value> added = ValueEncoding.readAll(from);
            List<Value> removed = ValueEncoding.readAll(from);
            if (index >= 0) {
                changes.add(new AttributeChange(index, added, removed));
            }
        }
        return changes;
    }
}
