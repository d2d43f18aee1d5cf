package org.syncline.platform.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/** The merged identities. The same promises as {@link ConnectorSpace}. */
public interface Metaverse {

    /** The first of {@code count} consecutive identity numbers that nobody has or will have. */
    long reserveIds(int count);

    List<MetaverseObject> load(Collection<Long> ids);

    /** The identities under each key; keys that nobody has are left out. */
    Map<ContentHash, List<Long>> find(Collection<ContentHash> keys);

    /** The keys under which these identities stand, whoever gave them; those that stand under none are left out. */
    Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids);

    /** The identities whose references name any of these identities, ascending, without repetition. */
    List<Long> referringTo(Collection<Long> identities);

    /** The references that name any of these identities, one for each value; by owner, attribute and target. */
    List<IdentityReference> referencesTo(Collection<Long> identities);

    /** A page of all identities; ids ascending from beyond {@code after}. */
    List<Long> all(long after, int limit);

    /** A page of the identities whose end is pending; ids ascending from beyond {@code after}. */
    List<Long> ending(long after, int limit);

    /** A page of the identities that no link holds but those that provisioning made; ids ascending from beyond {@code after}. */
    List<Long> orphans(long after, int limit);

    /** How many identities there are of each type. */
    Map<String, Long> counts();

    /** Applies the changes in a constant number of statements for any number of them. */
    void write(Collection<MetaverseChange> changes);

    /** Puts identities on the list of those to be evaluated again: something they depend on changed. */
    void markForEvaluation(Collection<Long> identities);

    /** A page of that list; ids ascending from beyond {@code after}. */
    List<Long> markedForEvaluation(long after, int limit);

    /** Takes identities off that list. */
    void unmark(Collection<Long> identities);

    /** Sets when each of these identities is woken, in place of what was set before; the others stay as they are. */
    void wakeAt(Collection<WakeTime> times);

    /** A page of the identities to be woken by now; ids ascending from beyond {@code after}. They stay until another time is set. */
    List<Long> due(Instant now, long after, int limit);

    /**
     * One reference between identities.
     *
     * @param rule what its lineage names; null for a value of an attribute that holds one
     */
    record IdentityReference(long owner, String attribute, long target, String rule) {
        public static final Comparator<IdentityReference> ORDER = Comparator.comparingLong(IdentityReference::owner)
                .thenComparing(IdentityReference::attribute)
                .thenComparingLong(IdentityReference::target);
    }

    /**
     * One identity before and after.
     *
     * @param before null for a new identity
     * @param after null for one that ended
     */
    record MetaverseChange(
            MetaverseObject before, MetaverseObject after, Set<ContentHash> keysBefore, Set<ContentHash> keysAfter) {
        public MetaverseChange {
            keysBefore = Set.copyOf(keysBefore);
            keysAfter = Set.copyOf(keysAfter);
        }

        public long id() {
            return after == null ? before.id() : after.id();
        }
    }
}
