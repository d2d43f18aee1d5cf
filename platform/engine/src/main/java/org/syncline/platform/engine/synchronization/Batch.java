package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one page is about: objects of the connector, or identities.
 *
 * @param only the connectors whose accounts are tried again, by identity; the accounts of identities that are not here all
 */
public record Batch(Segment segment, List<Long> ids, Map<Long, Set<String>> only) {

    /** The parts of a step, in their order. */
    public enum Segment {
        /** New and changed objects; in a full synchronization all. */
        CHANGES,
        /** Objects whose rules changed. */
        OTHER_RULES,
        /** Objects that failed before. */
        RETRIES,
        /** Objects that may belong to an identity that came since, or whose rules read the clock and may decide otherwise by now. */
        WOKEN_OBJECTS,
        /** What breaks links: deletions and filterings. */
        BREAKS,
        /** Identities whose rules read the clock and may decide otherwise by now. */
        WOKEN_IDENTITIES,
        /** Identities with accounts that failed before. */
        RETRIED_ACCOUNTS,
        /** Identities that depend on what changed. */
        EVALUATIONS,
        /** In a full synchronization and after a change of rules, identities whose end is pending. */
        ENDINGS,
        /** There too, identities that nothing but provisioning holds (MIM's ghosts). */
        ORPHANS
    }

    static Batch of(Segment segment, List<Long> ids) {
        return new Batch(segment, ids, Map.of());
    }

    boolean isAboutIdentities() {
        return switch (segment) {
            case CHANGES, OTHER_RULES, RETRIES, WOKEN_OBJECTS, BREAKS -> false;
            case WOKEN_IDENTITIES, RETRIED_ACCOUNTS, EVALUATIONS, ENDINGS, ORPHANS -> true;
        };
    }

    /** The first and the second half. */
    List<Batch> halves() {
        int middle = ids.size() / 2;
        return List.of(
                new Batch(segment, ids.subList(0, middle), only),
                new Batch(segment, ids.subList(middle, ids.size()), only));
    }
}
