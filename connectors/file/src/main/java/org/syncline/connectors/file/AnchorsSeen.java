package org.syncline.connectors.file;

import java.util.SplittableRandom;
import org.syncline.schema.identity.Anchor;

/**
 * The lines in which anchors were seen, in a few bytes each.
 *
 * <p>Keeps 64 bits of each anchor, mixed with a number nobody can foresee: among a million anchors two that differ are taken for the same
 * once in some thirty million files.
 */
final class AnchorsSeen {
    private final long seed = new SplittableRandom().nextLong() | 1;
    private long[] hashes = new long[1 << 10];
    private int[] lines = new int[hashes.length];
    private int count;

    /** The line in which the anchor was seen first; 0 if that is now. */
    long seen(Anchor anchor, long line) {
        int slot = slot(hash(anchor.text()));
        if (lines[slot] != 0) {
            return lines[slot];
        }
        hashes[slot] = hash(anchor.text());
        lines[slot] = (int) Math.min(line, Integer.MAX_VALUE);
        if (++count > hashes.length / 2) {
            grow();
        }
        return 0;
    }

    private int slot(long hash) {
        int slot = (int) hash & hashes.length - 1;
        while (lines[slot] != 0 && hashes[slot] != hash) {
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
        int[] oldLines = lines;
        hashes = new long[oldHashes.length * 2];
        lines = new int[hashes.length];
        for (int old = 0; old < oldHashes.length; old++) {
            if (oldLines[old] != 0) {
                int slot = slot(oldHashes[old]);
                hashes[slot] = oldHashes[old];
                lines[slot] = oldLines[old];
            }
        }
    }
}
