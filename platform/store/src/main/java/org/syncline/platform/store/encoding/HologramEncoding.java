package org.syncline.platform.store.encoding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Presence;

/** The body of a staged object: its hologram, its draft, how it leaves, and how sure it is that it exists. */
public final class HologramEncoding {
    private static final int VERSION = 1;
    private static final int KNOWN = 1;
    private static final int DRAFT = 2;
    private static final int LEAVING = 4;
    private static final int LEAVING_IS_OVER = 8;
    private static final int ADD_ACCEPTED = 16;
    private static final int DISPLACED = 32;
    private static final int LARGE_SETS = 64;

    private HologramEncoding() {}

    /** What a body holds; {@code draft} and {@code leaving} are null where there is none. */
    public record Body(Hologram hologram, Attributes draft, Leaving leaving, Presence presence) {
        private int flags() {
            return (hologram.known() == null ? 0 : KNOWN) | (draft == null ? 0 : DRAFT)
                    | (leaving == null ? 0 : LEAVING)
                    | (leaving == null || !leaving.isOver() ? 0 : LEAVING_IS_OVER)
                    | (presence.addAccepted() == null ? 0 : ADD_ACCEPTED) | (presence.displaced() ? DISPLACED : 0);
        }
    }

    public static byte[] write(Body body, Layout layout, LargeSets sets) {
        ByteWriter to = new ByteWriter();
        Attributes known = body.hologram.known();
        Map<Integer, LargeSet> large = sets.of(known, List.of(), layout);
        to.octet(VERSION);
        to.octet(body.flags() | (large.isEmpty() ? 0 : LARGE_SETS));
        if (!large.isEmpty()) {
            LargeSets.write(large, RuleNumbers.NONE, to);
        }
        if (known != null) {
            AttributesEncoding.write(known, layout, index -> !layout.isInRows(index, known.get(index)), to);
        }
        DeltaEncoding.write(body.hologram.pendingImport(), layout, to);
        DeltaEncoding.write(body.hologram.unconfirmedExport(), layout, to);
        DeltaEncoding.write(body.hologram.pendingExport(), layout, to);
        if (body.draft != null) {
            AttributesEncoding.write(body.draft, layout, index -> true, to);
        }
        if (body.leaving != null) {
            to.text(body.leaving.rule());
            to.instant(body.leaving.since());
        }
        if (body.presence.addAccepted() != null) {
            to.instant(body.presence.addAccepted());
        }
        return to.toBytes();
    }

    /** The large sets of known references, by attribute number; all that must be known of a body before its rows are read. */
    public static Map<Integer, LargeSet> largeSets(byte[] bytes) {
        ByteReader from = new ByteReader(bytes);
        Versions.check(from.octet(), VERSION);
        return (from.octet() & LARGE_SETS) == 0 ? Map.of() : LargeSets.read(RuleNumbers.NONE, from);
    }

    /**
     * Reads a body.
     *
     * @param rows the known references that stand in rows, by attribute number
     */
    public static Body read(byte[] bytes, Layout layout, Map<Integer, Content> rows) {
        ByteReader from = new ByteReader(bytes);
        Versions.check(from.octet(), VERSION);
        int flags = from.octet();
        if ((flags & LARGE_SETS) != 0) {
            LargeSets.read(RuleNumbers.NONE, from);
        }
        Attributes known = (flags & KNOWN) == 0 ? null : known(layout, rows, from);
        Delta pendingImport = DeltaEncoding.read(layout, from);
        Delta unconfirmedExport = DeltaEncoding.read(layout, from);
        Delta pendingExport = DeltaEncoding.read(layout, from);
        Attributes draft = (flags & DRAFT) == 0 ? null : AttributesEncoding.read(layout, from).build();
        Leaving leaving = (flags & LEAVING) == 0
                ? null
                : new Leaving(from.text(), from.instant(), (flags & LEAVING_IS_OVER) != 0);
        Instant addAccepted = (flags & ADD_ACCEPTED) == 0 ? null : from.instant();
        return new Body(
                new Hologram(layout.type(), known, pendingImport, unconfirmedExport, pendingExport), draft, leaving,
                new Presence(addAccepted, (flags & DISPLACED) != 0));
    }

    private static Attributes known(Layout layout, Map<Integer, Content> rows, ByteReader from) {
        Attributes.Builder known = AttributesEncoding.read(layout, from);
        rows.forEach((number, content) -> {
            int index = layout.index(number);
            if (index >= 0) {
                known.set(index, content);
            }
        });
        return known.build();
    }
}
