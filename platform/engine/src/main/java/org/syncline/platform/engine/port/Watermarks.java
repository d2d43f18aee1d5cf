package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.Map;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.schema.identity.Partition;

/** How far each connector has been read. */
public interface Watermarks {

    /** The state of a connector; {@link ImportState#NEVER_READ} if nothing was ever kept. */
    ImportState of(String connector);

    void keep(String connector, ImportState state);

    /** The state of one partition; of all of the connector where it is null. */
    default ImportState of(String connector, String partition) {
        return of(key(connector, partition));
    }

    default void keep(String connector, String partition, ImportState state) {
        keep(key(connector, partition), state);
    }

    /** No name of a connector has a stroke in it. */
    private static String key(String connector, String partition) {
        return partition == null ? connector : connector + "/" + partition;
    }

    /**
     * The joint state of a connector, not to be kept: what holds a partition of it holds it, and it was read when it was as a whole, or
     * each of its partitions.
     */
    default ImportState of(ConnectorDefinition connector) {
        ImportState joint = of(connector.name());
        if (connector.partitions().isEmpty()) {
            return joint;
        }
        boolean readByParts = true;
        Instant read = null;
        for (Partition partition : connector.partitions().all()) {
            ImportState part = of(connector.name(), partition.name());
            joint = joint.isHeld() || !part.isHeld() ? joint : joint.holdBecause(part.held());
            joint = part.midway() ? joint.begun() : joint;
            readByParts &= part.wasRead();
            read = part.wasRead() ? part.lastGoodFullImport() : read;
        }
        return joint.wasRead() || !readByParts ? joint : joint.readAt(read);
    }

    /** By object type, the hash of the rules that last evaluated all its objects; empty if none has. */
    Map<String, String> evaluatedRules(String connector);

    /** Keeps them in place of what was kept before. */
    void keepEvaluatedRules(String connector, Map<String, String> hashes);

    /** By connector, what the keys of its objects are made of; empty if it was never kept. */
    Map<String, String> keyDefinitions();

    /** Keeps them in place of what was kept before. */
    void keepKeyDefinitions(Map<String, String> hashes);

    /**
     * What a connector, or a partition of it, selected when all of it was last read: the parts by their names, with a hash of each;
     * empty if it was never kept.
     *
     * @param partition null for all of the connector
     */
    default Map<String, String> selection(String connector, String partition) {
        return selection(key(connector, partition));
    }

    Map<String, String> selection(String connector);

    /** Keeps it in place of what was kept before. */
    default void keepSelection(String connector, String partition, Map<String, String> hashes) {
        keepSelection(key(connector, partition), hashes);
    }

    void keepSelection(String connector, Map<String, String> hashes);

    /** What the imports of a connector wait for; {@link ImportHold#NONE} if nothing was ever kept. */
    ImportHold holdOf(String connector);

    void keep(String connector, ImportHold hold);

    /**
     * How far a connector has been read.
     *
     * @param watermark where a delta import resumes; null if it can't
     * @param lastGoodFullImport when a full import last ended well; null if none has
     * @param synchronizedBy the version of the rules that last evaluated all of it; 0 if none has
     * @param evaluated when all of it was last evaluated; null if it never was
     * @param held why its pending imports may not be synchronized; null if they may
     * @param midway whether an import staged something and has not ended well since: what is pending is half of the truth
     */
    record ImportState(
            String watermark,
            Instant lastGoodFullImport,
            long synchronizedBy,
            Instant evaluated,
            String held,
            boolean midway) {
        public static final ImportState NEVER_READ = new ImportState(null, null, 0, null, null, false);

        /** A delta import will resume here. */
        public ImportState resumeAt(String mark) {
            return new ImportState(mark, lastGoodFullImport, synchronizedBy, evaluated, held, midway);
        }

        /** An import staged something. */
        public ImportState begun() {
            return new ImportState(watermark, lastGoodFullImport, synchronizedBy, evaluated, held, true);
        }

        /** A delta import told everything it had to tell. */
        public ImportState told() {
            return new ImportState(watermark, lastGoodFullImport, synchronizedBy, evaluated, held, false);
        }

        /** A full import ended well; whatever held the connector is over. */
        public ImportState readCompletely(String mark, Instant when) {
            return new ImportState(mark, when, synchronizedBy, evaluated, null, false);
        }

        private ImportState readAt(Instant when) {
            return new ImportState(watermark, when, synchronizedBy, evaluated, held, midway);
        }

        /** It was read as a part of all. */
        public ImportState readWithAll(Instant when) {
            return new ImportState(watermark, when, synchronizedBy, evaluated, null, false);
        }

        /** Nothing of the connector may be synchronized for now. */
        public ImportState holdBecause(String reason) {
            return new ImportState(watermark, lastGoodFullImport, synchronizedBy, evaluated, reason, midway);
        }

        /** A person says that its pending imports may be synchronized. */
        public ImportState released() {
            return new ImportState(watermark, lastGoodFullImport, synchronizedBy, evaluated, null, false);
        }

        /** A full synchronization evaluated all of it. */
        public ImportState evaluatedBy(long rulesetVersion, Instant when) {
            return new ImportState(watermark, lastGoodFullImport, rulesetVersion, when, held, midway);
        }

        public boolean isHeld() {
            return held != null;
        }

        public boolean wasRead() {
            return lastGoodFullImport != null;
        }
    }
}
