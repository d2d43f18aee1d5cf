package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.LinkState;

/**
 * The staged objects of all connectors. Whatever takes several ids or keys answers in a constant number of statements; results are
 * in ascending order of object ids, unknown ids are left out.
 */
public interface ConnectorSpace {

    /** The first of {@code count} consecutive object numbers that nobody has or will have; never used again, even if not used. */
    long reserveIds(int count);

    List<ConnectorSpaceObject> load(Collection<Long> ids);

    /** A page of all objects of a connector; ids ascending from beyond {@code after}. */
    List<ConnectorSpaceObject> loadAll(String connector, long after, int limit);

    /** The same objects as {@link #load}, as far as references need them. */
    List<AccountName> names(Collection<Long> ids);

    /** The objects linked to any of these identities. */
    default List<ConnectorSpaceObject> accountsOf(Collection<Long> identities) {
        return accountsOf(identities, Set.of());
    }

    /** @param besides objects that are left out, since the caller has them */
    List<ConnectorSpaceObject> accountsOf(Collection<Long> identities, Set<Long> besides);

    /** The same objects, as far as references need them. */
    List<AccountName> accountNamesOf(Collection<Long> identities);

    /** The objects under each key; keys that nobody has are left out. */
    Map<ContentHash, List<Long>> find(Collection<ContentHash> keys);

    /** The keys under which these objects stand, whoever gave them; those that stand under none are left out. */
    Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids);

    /** As far as references need them, the objects under each key. */
    Map<ContentHash, List<AccountName>> findNames(Collection<ContentHash> keys);

    /**
     * The joined identities of objects whose synchronized references ({@code known}) name any of these keys, ascending, without
     * repetition. What a reference names is {@link TypeSource#target} at the time the reference was written.
     */
    List<Long> identitiesReferringTo(Collection<ContentHash> keys);

    /** A page of objects with a pending import that is, or is not, a delete; ids ascending from beyond {@code after}. */
    List<Long> pendingImports(String connector, boolean deletes, long after, int limit);

    /** The numbers of a page of all objects of a connector; ids ascending from beyond {@code after}. */
    List<Long> all(String connector, long after, int limit);

    /** A page of all objects of one type; ids ascending from beyond {@code after}. */
    List<Long> ofType(String connector, String objectType, long after, int limit);

    /** A page of objects of one type with a pending export of one kind; ids ascending from beyond {@code after}. */
    List<Long> pendingExports(String connector, String objectType, Delta.Kind kind, long after, int limit);

    /** How many objects there are of each type of a connector, and what is pending for them; in the order of the types' names. */
    List<TypeCount> counts(String connector);

    /** A page of the objects of a connector that have no anchor; ids ascending from beyond {@code after}. */
    List<Long> withoutAnchor(String connector, long after, int limit);

    /**
     * Every object of a connector that has an anchor, in any order, read in one sweep.
     *
     * @param named whether DNs are told too
     */
    void fingerprints(String connector, boolean named, FingerprintReader reader);

    /** Sets when each of these objects of a connector is woken, in place of what was set before; the others stay as they are. */
    void wakeAt(String connector, Collection<WakeTime> times);

    /** A page of the objects of a connector to be woken by now, existing or not; ids ascending from beyond {@code after}. */
    List<Long> due(String connector, Instant now, long after, int limit);

    /**
     * Applies the changes in a constant number of statements for any number of them; writes only what differs.
     *
     * @throws StoreException if a new object exists already, or one that changes or goes does not
     */
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
            boolean gone) {

        public static AccountName of(ConnectorSpaceObject object) {
            Hologram hologram = object.hologram();
            return new AccountName(
                    object.id(),
                    object.connector(),
                    object.type().name(),
                    object.link().identity(),
                    object.link().state() == LinkState.FILTERED,
                    object.anchor() == null ? null : object.anchor().text(),
                    object.dn(),
                    !hologram.pendingImport().isNone(),
                    isGone(object));
        }

        private static boolean isGone(ConnectorSpaceObject object) {
            Hologram hologram = object.hologram();
            boolean exists = hologram.known() != null || object.isDraft();
            exists = exists(exists, hologram.pendingImport());
            exists = exists(exists, hologram.unconfirmedExport());
            return !exists(exists, hologram.pendingExport());
        }

        private static boolean exists(boolean before, Delta delta) {
            return switch (delta.kind()) {
                case ADD -> true;
                case DELETE -> false;
                case NONE, UPDATE -> before;
            };
        }
    }

    /**
     * Counts of one object type.
     *
     * @param objects all that are staged, drafts not counted
     * @param joined of them, and drafts
     * @param pendingImports of any kind
     * @param pendingAdds of pending exports, like the two that follow
     */
    record TypeCount(
            String objectType,
            long objects,
            long joined,
            long pendingImports,
            long pendingAdds,
            long pendingUpdates,
            long pendingDeletes) {

        /** What one object counts for; nothing for none. */
        public static TypeCount of(String objectType, ConnectorSpaceObject object) {
            if (object == null) {
                return new TypeCount(objectType, 0, 0, 0, 0, 0, 0);
            }
            Delta.Kind export = object.hologram().pendingExport().kind();
            return new TypeCount(
                    objectType,
                    one(!object.isDraft()),
                    one(object.link().isJoined()),
                    one(!object.hologram().pendingImport().isNone()),
                    one(export == Delta.Kind.ADD),
                    one(export == Delta.Kind.UPDATE),
                    one(export == Delta.Kind.DELETE));
        }

        private static long one(boolean counts) {
            return counts ? 1 : 0;
        }

        public TypeCount plus(TypeCount other) {
            return new TypeCount(
                    objectType,
                    objects + other.objects,
                    joined + other.joined,
                    pendingImports + other.pendingImports,
                    pendingAdds + other.pendingAdds,
                    pendingUpdates + other.pendingUpdates,
                    pendingDeletes + other.pendingDeletes);
        }

        public TypeCount minus(TypeCount other) {
            return plus(new TypeCount(
                    objectType,
                    -other.objects,
                    -other.joined,
                    -other.pendingImports,
                    -other.pendingAdds,
                    -other.pendingUpdates,
                    -other.pendingDeletes));
        }

        public boolean isZero() {
            return equals(of(objectType, null));
        }
    }

    /** Receives the narrow facts by which a full import recognizes what did not change. */
    @FunctionalInterface
    interface FingerprintReader {
        /** @param dn {@link ConnectorSpaceObject#dn}; null if it is not asked for */
        void read(long id, String objectType, String dn, ContentHash anchorKey, ContentHash lastReport);
    }
}
