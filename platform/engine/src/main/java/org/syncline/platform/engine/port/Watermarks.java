package org.syncline.platform.engine.port;

import java.time.Instant;

/** How far each connector has been read. */
public interface Watermarks {

    /** The state of a connector; {@link ImportState#NEVER_READ} if nothing was ever kept. */
    ImportState of(String connector);

    void keep(String connector, ImportState state);

    /**
     * How far a connector has been read.
     *
     * @param watermark where a delta import resumes; null if it can't
     * @param lastGoodFullImport when a full import last ended well; null if none has
     * @param synchronizedBy the version of the rules that last evaluated all of it; 0 if none has
     * @param held why its pending imports may not be synchronized; null if they may
     */
    record ImportState(String watermark, Instant lastGoodFullImport, long synchronizedBy, String held) {
        public static final ImportState NEVER_READ = new ImportState(null, null, 0, null);

        public boolean isHeld() {
            return held != null;
        }

        public boolean wasRead() {
            return lastGoodFullImport != null;
        }
    }
}
