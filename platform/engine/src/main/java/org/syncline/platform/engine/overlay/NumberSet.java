package org.syncline.platform.engine.overlay;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A set of numbers, most of which lie close together: a bit each. */
final class NumberSet {
    private static final int BLOCK_BITS = 16;
    private static final int IN_BLOCK = (1 << BLOCK_BITS) - 1;

    private final TreeMap<Long, BitSet> blocks = new TreeMap<>();

    boolean contains(long number) {
        BitSet block = blocks.get(number >>> BLOCK_BITS);
        return block != null && block.get((int) number & IN_BLOCK);
    }

    /** Whether it was not there before. */
    boolean add(long number) {
        BitSet block = blocks.computeIfAbsent(number >>> BLOCK_BITS, unused -> new BitSet());
        boolean isNew = !block.get((int) number & IN_BLOCK);
        block.set((int) number & IN_BLOCK);
        return isNew;
    }

    void remove(long number) {
        blocks.get(number >>> BLOCK_BITS).clear((int) number & IN_BLOCK);
    }

    boolean isEmpty() {
        return blocks.values().stream().allMatch(BitSet::isEmpty);
    }

    /** A page of the numbers; ascending from beyond {@code after}. */
    List<Long> after(long after, int limit) {
        List<Long> page = new ArrayList<>();
        for (Map.Entry<Long, BitSet> entry : blocks.tailMap(after >>> BLOCK_BITS).entrySet()) {
            long first = entry.getKey() << BLOCK_BITS;
            int from = first > after ? 0 : (int) (after - first) + 1;
            BitSet block = entry.getValue();
            for (int at = block.nextSetBit(from); at >= 0; at = block.nextSetBit(at + 1)) {
                if (page.size() == limit) {
                    return page;
                }
                page.add(first + at);
            }
        }
        return page;
    }
}
