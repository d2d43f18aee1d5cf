package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What stood in the files of the versions of the rules. Their numbers are those of {@link RunHistory#rulesetVersion}. */
public interface RulesetVersions {

    /** Keeps the files of a version by their names; what is kept already stays. */
    void keep(long version, Map<String, byte[]> files, Instant now);

    /**
     * Notes that a version is current from now on.
     *
     * @param who made it so
     */
    void publish(long version, String who, Instant now);

    /** The versions whose files are kept, the latest first. */
    List<KeptVersion> versions();

    /** The files of a version by their names; empty if they are not kept. */
    Map<String, byte[]> files(long version);

    /**
     * Forgets the files of versions that were neither saved nor published since, the oldest first; never of the one that was published
     * last.
     *
     * @return how many versions there were
     */
    int forget(Instant before, int limit);

    /**
     * A version whose files are kept.
     *
     * @param published when it last became current; null if it never did
     * @param by who made it so; null if nobody did
     */
    record KeptVersion(long version, String contentHash, Instant saved, Instant published, String by) {
        public boolean isPublished() {
            return published != null;
        }
    }
}
