package org.syncline.platform.store.encoding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;

/** The body of an identity: its values, where they come from, and when its end became due. */
public final class IdentityEncoding {
    private static final int VERSION = 1;
    private static final int ENDING = 1;
    private static final int LARGE_SETS = 2;
    private final RuleNumbers rules;

    public IdentityEncoding(RuleNumbers rules) {
        this.rules = rules;
    }

    /** The references of one attribute that stand in rows, and where they come from; the lineage is in the order of the values. */
    public record Rows(Content content, List<Lineage> lineage) {}

    public byte[] write(MetaverseObject object, Layout layout, LargeSets sets) {
        ByteWriter to = new ByteWriter();
        Attributes attributes = object.attributes();
        to.octet(VERSION);
        Map<Integer, LargeSet> large = sets.of(attributes, object.lineage(), layout);
        to.octet((object.isEnding() ? ENDING : 0) | (large.isEmpty() ? 0 : LARGE_SETS));
        if (!large.isEmpty()) {
            LargeSets.write(large, rules, to);
        }
        if (object.isEnding()) {
            to.instant(object.endingSince());
        }
        AttributesEncoding.write(attributes, layout, index -> !layout.isInRows(index, attributes.get(index)), to);
        LineageEncoding.write(lineageInBody(object, layout), layout, rules, to);
        return to.toBytes();
    }

    private static List<List<Lineage>> lineageInBody(MetaverseObject object, Layout layout) {
        if (!layout.hasRows()) {
            return object.lineage();
        }
        List<List<Lineage>> lineage = new ArrayList<>(object.lineage());
        for (int index = 0; index < lineage.size(); index++) {
            if (layout.isInRows(index, object.attributes().get(index))) {
                lineage.set(index, List.of());
            }
        }
        return lineage;
    }

    /** The large sets of references, by attribute number; all that must be known of a body before its rows are read. */
    public Map<Integer, LargeSet> largeSets(byte[] bytes) {
        ByteReader from = new ByteReader(bytes);
        Versions.check(from.octet(), VERSION);
        return (from.octet() & LARGE_SETS) == 0 ? Map.of() : LargeSets.read(rules, from);
    }

    /**
     * Reads a body.
     *
     * @param rows by attribute number
     */
    public MetaverseObject read(long id, byte[] bytes, Layout layout, Map<Integer, Rows> rows) {
        ByteReader from = new ByteReader(bytes);
        Versions.check(from.octet(), VERSION);
        int flags = from.octet();
        if ((flags & LARGE_SETS) != 0) {
            LargeSets.read(rules, from);
        }
        Instant endingSince = (flags & ENDING) != 0 ? from.instant() : null;
        Attributes.Builder attributes = AttributesEncoding.read(layout, from);
        List<List<Lineage>> lineage = new ArrayList<>(Collections.nCopies(layout.type().size(), List.of()));
        LineageEncoding.read(lineage, layout, rules, from);
        rows.forEach((number, row) -> {
            int index = layout.index(number);
            if (index >= 0) {
                attributes.set(index, row.content);
                lineage.set(index, row.lineage);
            }
        });
        return new MetaverseObject(id, attributes.build(), lineage, endingSince);
    }
}
