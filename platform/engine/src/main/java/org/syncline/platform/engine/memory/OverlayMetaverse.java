package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/** A metaverse in which some identities are otherwise. Pages, counts, marks and times are those of the store below. */
final class OverlayMetaverse implements Metaverse {
    private final Metaverse below;
    private final Layer<MetaverseObject> layer = new Layer<>(MetaverseObject::id);

    OverlayMetaverse(Metaverse below) {
        this.below = below;
    }

    @Override
    public void write(Collection<MetaverseChange> changes) {
        Map<Long, Set<ContentHash>> keys =
                below.keysOf(changes.stream().map(MetaverseChange::id).filter(id -> !layer.covers(id)).toList());
        changes.forEach(change -> layer.put(
                change.id(), change.after(), keys.getOrDefault(change.id(), Set.of()), change.keysBefore(),
                change.keysAfter()));
    }

    @Override
    public List<MetaverseObject> load(Collection<Long> ids) {
        return layer.load(ids, below::load);
    }

    @Override
    public Map<ContentHash, List<Long>> find(Collection<ContentHash> keys) {
        return layer.find(keys, below.find(keys));
    }

    @Override
    public Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids) {
        return layer.keysOf(ids, below::keysOf);
    }

    @Override
    public List<Long> referringTo(Collection<Long> identities) {
        Set<Long> referring = new TreeSet<>(below.referringTo(identities));
        referring.removeAll(layer.covered());
        references(identities).stream().map(IdentityReference::owner).forEach(referring::add);
        return List.copyOf(referring);
    }

    @Override
    public List<IdentityReference> referencesTo(Collection<Long> identities) {
        List<IdentityReference> references = new ArrayList<>(below.referencesTo(identities));
        references.removeIf(reference -> layer.covers(reference.owner()));
        references.addAll(references(identities));
        references.sort(IdentityReference.ORDER);
        return references;
    }

    private List<IdentityReference> references(Collection<Long> identities) {
        List<IdentityReference> references = new ArrayList<>();
        Set<Long> targets = Set.copyOf(identities);
        layer.present().forEach(object -> MemoryMetaverse.addReferences(object, targets, references));
        return references;
    }

    @Override
    public long reserveIds(int count) {
        return below.reserveIds(count);
    }

    @Override
    public List<Long> all(long after, int limit) {
        return below.all(after, limit);
    }

    @Override
    public List<Long> ending(long after, int limit) {
        return below.ending(after, limit);
    }

    @Override
    public List<Long> orphans(long after, int limit) {
        return below.orphans(after, limit);
    }

    @Override
    public Map<String, Long> counts() {
        return below.counts();
    }

    @Override
    public List<Long> markedForEvaluation(long after, int limit) {
        return below.markedForEvaluation(after, limit);
    }

    @Override
    public List<Long> due(Instant now, long after, int limit) {
        return below.due(now, after, limit);
    }

    @Override
    public void markForEvaluation(Collection<Long> identities) {
        // Who looks on keeps in mind whom it woke.
    }

    @Override
    public void unmark(Collection<Long> identities) {
        // Nobody was marked here.
    }

    @Override
    public void wakeAt(Collection<WakeTime> times) {
        // What is seen here happens at one instant.
    }
}
