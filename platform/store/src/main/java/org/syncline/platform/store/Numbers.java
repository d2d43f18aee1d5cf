package org.syncline.platform.store;

import java.util.HashMap;
import java.util.Map;

/** Numbers that nobody gets twice, reserved in blocks by transactions of their own: what is rolled back leaves a gap. */
final class Numbers {
    private static final int BLOCK = 10_000;
    private final Session session;
    private final Map<String, Block> blocks = new HashMap<>();

    Numbers(Session session) {
        this.session = session;
    }

    private record Block(long next, long end) {}

    /** The first of so many consecutive numbers. */
    synchronized long reserve(String kind, int count) {
        return take(kind, count, BLOCK);
    }

    /** The next number, without a gap after a restart. */
    synchronized long next(String kind) {
        return take(kind, 1, 1);
    }

    private long take(String kind, int count, int size) {
        Block block = blocks.get(kind);
        if (block == null || block.end - block.next < count) {
            block = newBlock(kind, Math.max(count, size));
        }
        blocks.put(kind, new Block(block.next + count, block.end));
        return block.next;
    }

    private Block newBlock(String kind, int size) {
        long[] end = new long[1];
        session.inTransaction(() -> {
            extend(kind, size);
            end[0] = session.list("numbers", "select next_number from number_block where name = ?",
                    parameters -> parameters.put(kind), Row::number).getFirst();
        });
        return new Block(end[0] - size, end[0]);
    }

    private void extend(String kind, int size) {
        String sql = "update number_block set next_number = next_number + ? where name = ?";
        if (session.update("numbers", sql, parameters -> parameters.put(size).put(kind)) == 0) {
            session.update("numbers", "insert into number_block (name, next_number) values (?, ?)",
                    parameters -> parameters.put(kind).put(1L + size));
        }
    }
}
