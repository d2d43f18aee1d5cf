package org.syncline.connectors.memory;

/**
 * How often a memory system was read and written, since it was made or since its counts were last reset.
 *
 * @param imports begun
 * @param objectsRead delivered by imports
 * @param singleReads of one object each
 * @param exports pages of operations sent
 * @param operations sent in them, also those refused or dropped
 */
public record MemoryCounts(long imports, long objectsRead, long singleReads, long exports, long operations) {
    static final MemoryCounts ZERO = new MemoryCounts(0, 0, 0, 0, 0);

    MemoryCounts plus(MemoryCounts more) {
        return new MemoryCounts(
                imports + more.imports,
                objectsRead + more.objectsRead,
                singleReads + more.singleReads,
                exports + more.exports,
                operations + more.operations);
    }
}
