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
import org.syncline.schema.identity.Value;

/** The body of an identity: its values, where they come from, and when its end became due. */
public final class IdentityEncoding {
    private static final int VERSION = 1;
    private static final int ENDING = 1;
    private final RuleNumbers rules;

    public IdentityEncoding(RuleNumbers rules) {
        this.rules = rules;
    }

    /** The values of references that stand in rows, and where they come from; the two lists are of the same order. */
    public record Rows(List<Value> values, List<Lineage> lineage) {}

    public byte[] write(MetaverseObject object, Layout layout) {
        ByteWriter to = new ByteWriter();
        Attributes attributes = object.attributes();
        to.octet(VERSION);
        to.octet(object.isEnding() ? ENDING : 0);
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

    /**
     * Reads a body.
     *
     * @param rows by attribute number
     */
    public MetaverseObject read(long id, byte[] bytes, Layout layout, Map<Integer, Rows> rows) {
        ByteReader from = new ByteReader(bytes);
        Versions.check(from.octet(), VERSION);
        Instant endingSince = from.octet() == ENDING ? from.instant() : null;
        Attributes.Builder attributes = AttributesEncoding.read(layout, from);
        List<List<Lineage>> lineage = new ArrayList<>(Collections.nCopies(layout.type().size(), List.of()));
        LineageEncoding.read(lineage, layout, rules, from);
        rows.forEach((number, row) -> {
            int index = layout.index(number);
            if (index >= 0) {
                attributes.set(index, Content.of(row.values));
                lineage.set(index, List.copyOf(row.lineage));
            }
        });
        return new MetaverseObject(id, attributes.build(), lineage, endingSince);
    }
}
