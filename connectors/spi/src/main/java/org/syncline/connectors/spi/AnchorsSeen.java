package org.syncline.connectors.spi;

import java.util.SplittableRandom;
import org.syncline.schema.identity.Anchor;

/**
 * The rows in which anchors were seen, in a few bytes each.
 *
 * <p>Keeps 64 bits of each anchor, mixed with a number nobody can foresee: among a million anchors two that differ are taken for the same
 * once in some thirty million imports.
 */
public final class AnchorsSeen {
    private final long seed = new SplittableRandom().nextLong() | 1;
    private long[] hashes = new long[1 << 10];
    private int[] rows = new int[hashes.length];
    private int count;

    /** The row in which the anchor was seen first, counted from 1; 0 if that is now. */
    public long seen(Anchor anchor, long row) {
        long earlier = row(anchor);
        if (earlier == 0) {
            note(anchor, row);
        }
        return earlier;
    }

    /** The row noted for the anchor; 0 for none. */
    public long row(Anchor anchor) {
        return rows[slot(hash(anchor.text()))];
    }

    /** Notes a row for the anchor in the place of one before. */
    public void note(Anchor anchor, long row) {
        long hash = hash(anchor.text());
        int slot = slot(hash);
        boolean isNew = rows[slot] == 0;
        hashes[slot] = hash;
        rows[slot] = (int) Math.min(row, Integer.MAX_VALUE);
        if (isNew && ++count > hashes.length / 2) {
            grow();
        }
    }

    private int slot(long hash) {
        int slot = (int) hash & hashes.length - 1;
        while (rows[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    private long hash(String text) {
        long hash = seed;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ text.length()) * 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 29;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = rows;
        hashes = new long[oldHashes.length * 2];
        rows = new int[hashes.length];
        for (int old = 0; old < oldHashes.length; old++) {
            if (oldLines[old] != 0) {
                int slot = slot(oldHashes[old]);
                hashes[slot] = oldHashes[old];
                rows[slot] = oldLines[old];
            }
        }
    }
}
