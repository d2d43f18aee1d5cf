package org.syncline.platform.engine.port;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;

/**
 * The staged objects of all connectors. Whatever takes several ids or keys answers in a constant number of statements; results are
 * in ascending order of object ids, unknown ids are left out.
 */
public interface ConnectorSpace {

    /** The first of {@code count} consecutive object numbers that nobody has or will have; never used again, even if not used. */
    long reserveIds(int count);

    List<ConnectorSpaceObject> load(Collection<Long> ids);

    /** The objects linked to any of these identities. */
    List<ConnectorSpaceObject> accountsOf(Collection<Long> identities);

    /** The same objects, as far as references need them. */
    List<AccountName> accountNamesOf(Collection<Long> identities);

    /** The objects under each key; keys that nobody has are left out. */
    Map<ContentHash, List<Long>> find(Collection<ContentHash> keys);

    /** As far as references need them, the objects under each key. */
    Map<ContentHash, List<AccountName>> findNames(Collection<ContentHash> keys);

    /** The joined identities of objects whose synchronized references name any of these keys, ascending, without repetition. */
    List<Long> identitiesReferringTo(Collection<ContentHash> keys);

    /** A page of objects with a pending import that is, or is not, a delete; ids ascending from beyond {@code after}. */
    List<Long> pendingImports(String connector, boolean deletes, long after, int limit);

    /** A page of all objects of a connector; ids ascending from beyond {@code after}. */
    List<Long> all(String connector, long after, int limit);

    /** A page of objects of one type with a pending export of one kind; ids ascending from beyond {@code after}. */
    List<Long> pendingExports(String connector, String objectType, Delta.Kind kind, long after, int limit);

    /** How many objects there are of each type of a connector, and what is pending for them. */
    List<TypeCount> counts(String connector);

    /** Every object of a connector that has an anchor, in any order, read in one sweep. */
    void fingerprints(String connector, FingerprintReader reader);

    /** Applies the changes in a constant number of statements for any number of them. */
    void write(Collection<ConnectorSpaceChange> changes);

    /**
     * What a reference needs to know of an account.
     *
     * @param identity 0 when not joined
     * @param filtered whether the connector's filter keeps it out
     * @param anchor or null when it is not known yet
     * @param dn it has or will have; null where the system has no names
     * @param pendingImport whether it has an import that is not synchronized
     * @param gone whether it is deleted or going to be
     */
    record AccountName(
            long id,
            String connector,
            String objectType,
            long identity,
            boolean filtered,
            String anchor,
            String dn,
            boolean pendingImport,
            boolean gone) {}

    /**
     * Counts of one object type.
     *
     * @param objects all that are staged, drafts not counted
     * @param joined of them, and drafts
     */
    record TypeCount(
            String objectType,
            long objects,
            long joined,
            long pendingImports,
            long pendingAdds,
            long pendingUpdates,
            long pendingDeletes) {}

    /** Receives the narrow facts by which a full import recognizes what did not change. */
    @FunctionalInterface
    interface FingerprintReader {
        void read(long id, String objectType, ContentHash anchorKey, ContentHash lastReport);
    }
}
