package org.syncline.platform.engine.staging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** Matches what a connector reports with what is staged, and stages the difference; one for each import. */
public final class Stager {
    private static final int PAGE = 500;

    private final ConnectorDefinition connector;
    private final ObjectKeys keys;
    private final Store store;
    private final Clock clock;
    private final Newcomers newcomers;
    private SeenIndex index;
    private Watermark watermark;

    public Stager(
            ConnectorDefinition connector, List<JoinRules> joinRules, ObjectKeys keys, Store store, Clock clock) {
        this.connector = connector;
        this.keys = keys;
        this.store = store;
        this.clock = clock;
        this.newcomers = new Newcomers(
                joinRules, store.runHistory().inFlight(connector.name()), clock.instant());
    }

    /** Begins a full import: what is not staged from now on is unseen. */
    void expectAll() {
        index = SeenIndex.of(store.connectorSpace(), connector.name());
    }

    Optional<Watermark> lastWatermark() {
        return Optional.ofNullable(watermark);
    }

    /** Notes that an object exists although it could not be read. */
    void markSeen(String objectType, Anchor anchor) {
        if (index != null && objectType != null && anchor != null) {
            int slot = index.slot(Keys.anchor(connector.name(), objectType, anchor));
            if (index.id(slot) != 0) {
                index.markSeen(slot);
            }
        }
    }

    String breach(ReadGuard guard) {
        return guard.breach(index);
    }

    /** @param incomplete whether something of the source could not be read */
    Staged stage(HashedPage page, boolean incomplete) {
        page.page().watermark().ifPresent(mark -> watermark = mark);
        Counters counters = new Counters();
        List<ObjectError> errors = new ArrayList<>();
        List<Integer> changed = index == null ? all(page) : changed(page, counters, errors);
        List<ConnectorSpaceChange> changes =
                changed.isEmpty() ? List.of() : stageChanged(page, changed, incomplete, counters, errors);
        return new Staged(changes, errors, counters);
    }

    private static List<Integer> all(HashedPage page) {
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < page.anchorKeys().size(); position++) {
            positions.add(position);
        }
        return positions;
    }

    /** The positions of new and changed objects; the others are marked as seen. */
    private List<Integer> changed(HashedPage page, Counters counters, List<ObjectError> errors) {
        List<Integer> changed = new ArrayList<>();
        for (int position = 0; position < page.anchorKeys().size(); position++) {
            int slot = index.slot(page.anchorKeys().get(position));
            if (index.id(slot) != 0 && index.wasSeen(slot)) {
                errors.add(seenTwice(page.page().changes().get(position), index.id(slot)));
                counters.count(Counter.STAGE_FAILURE);
            } else if (index.id(slot) != 0 && index.isUnchanged(slot, page.reports()[position])) {
                index.markSeen(slot);
                counters.count(Counter.STAGE_NO_CHANGE);
            } else {
                changed.add(position);
            }
        }
        return changed;
    }

    private ObjectError seenTwice(ImportedChange change, long id) {
        return new ObjectError(
                ObjectError.Origin.DISCOVERY,
                connector.name(),
                id,
                change.anchor().text(),
                "duplicate-anchor",
                "The system reported two objects of type '" + change.objectType() + "' with the anchor '"
                        + change.anchor()
                        + "'. The first one was taken. Choose an anchor that is unique.",
                null,
                clock.instant(),
                1);
    }

    private List<ConnectorSpaceChange> stageChanged(
            HashedPage page, List<Integer> positions, boolean incomplete, Counters counters, List<ObjectError> errors) {
        Matches matches = match(page, positions);
        long nextId = matches.missing() == 0 ? 0 : store.connectorSpace().reserveIds(matches.missing());
        Map<Long, ConnectorSpaceObject> before = new LinkedHashMap<>();
        Map<Long, ConnectorSpaceObject> after = new LinkedHashMap<>();
        for (int position : positions) {
            ImportedChange change = page.page().changes().get(position);
            ContentHash anchorKey = page.anchorKeys().get(position);
            ConnectorSpaceObject known = matches.find(anchorKey);
            if (known == null && !(change instanceof ImportedChange.Whole)) {
                needsFullObject(change, errors, counters);
                continue;
            }
            ConnectorSpaceObject object = known == null ? unseen(nextId++, change) : known.with(change.anchor());
            if (known != null) {
                before.putIfAbsent(object.id(), known);
            }
            ConnectorSpaceObject current = after.getOrDefault(object.id(), object);
            ConnectorSpaceObject staged = incomplete && collects(change)
                    ? Staging.stageIncomplete(current, change)
                    : Staging.stage(current, change, page.reports()[position]);
            matches.put(anchorKey, staged);
            after.put(object.id(), staged);
            counters.count(Staging.counter(current, staged));
            contradiction(current, staged, errors);
            markSeen(object.id(), change.objectType(), anchorKey);
        }
        return changes(before, after);
    }

    private ConnectorSpaceObject unseen(long id, ImportedChange change) {
        ConnectedObjectType type = connector.objectType(change.objectType()).orElseThrow();
        return ConnectorSpaceObject.unseen(id, connector.name(), change.anchor(), type.type());
    }

    private boolean collects(ImportedChange change) {
        return connector.objectType(change.objectType()).orElseThrow().collectsRows();
    }

    private void markSeen(long id, String objectType, ContentHash anchorKey) {
        if (index == null) {
            return;
        }
        int slot = index.slot(anchorKey);
        if (index.id(slot) != 0) {
            index.markSeen(slot);
        } else {
            index.add(id, objectType, anchorKey);
        }
    }

    private List<ConnectorSpaceChange> changes(
            Map<Long, ConnectorSpaceObject> before, Map<Long, ConnectorSpaceObject> after) {
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        after.forEach((id, object) -> {
            ConnectorSpaceObject was = before.get(id);
            if (!object.equals(was)) {
                changes.add(keys.change(was, object.isOver() ? null : object));
            }
        });
        changes.removeIf(change -> change.before() == null && change.after() == null);
        return changes;
    }

    /** Finds by anchor, and objects that have no anchor yet by DN. */
    private Matches match(HashedPage page, List<Integer> positions) {
        Map<ContentHash, Long> ids = new HashMap<>();
        Set<ContentHash> unknown = new HashSet<>();
        for (int position : positions) {
            ContentHash anchorKey = page.anchorKeys().get(position);
            long id = index == null ? 0 : index.id(index.slot(anchorKey));
            if (id != 0) {
                ids.put(anchorKey, id);
            } else {
                unknown.add(anchorKey);
            }
        }
        if (index == null) {
            store.connectorSpace().find(unknown).forEach((key, found) -> ids.put(key, found.getFirst()));
        }
        Matches matches = new Matches(unknown.size());
        Map<Long, ConnectorSpaceObject> loaded = load(ids.values());
        ids.forEach((key, id) -> matches.put(key, loaded.get(id)));
        matchByName(page, positions, matches);
        return matches;
    }

    private void matchByName(HashedPage page, List<Integer> positions, Matches matches) {
        Map<ContentHash, Integer> positionByName = new HashMap<>();
        for (int position : positions) {
            if (matches.find(page.anchorKeys().get(position)) == null
                    && page.page().changes().get(position) instanceof ImportedChange.Whole whole
                    && whole.attributes().dn() != null) {
                positionByName.put(Keys.dn(connector.name(), whole.attributes().dn()), position);
            }
        }
        if (positionByName.isEmpty()) {
            return;
        }
        Map<ContentHash, List<Long>> found = store.connectorSpace().find(positionByName.keySet());
        Map<Long, ConnectorSpaceObject> loaded = load(found.values().stream().flatMap(List::stream).toList());
        found.forEach((name, ids) -> {
            int position = positionByName.get(name);
            Attributes reported = ((ImportedChange.Whole) page.page().changes().get(position)).attributes();
            ids.stream()
                    .map(loaded::get)
                    .filter(object -> newcomers.isReported(object, reported))
                    .findFirst()
                    .ifPresent(object -> matches.put(page.anchorKeys().get(position), object));
        });
    }

    private Map<Long, ConnectorSpaceObject> load(Collection<Long> ids) {
        Map<Long, ConnectorSpaceObject> loaded = new HashMap<>();
        if (!ids.isEmpty()) {
            store.connectorSpace().load(ids).forEach(object -> loaded.put(object.id(), object));
        }
        return loaded;
    }

    private void needsFullObject(ImportedChange change, List<ObjectError> errors, Counters counters) {
        if (change instanceof ImportedChange.Deleted) {
            return;
        }
        counters.count(Counter.STAGE_FAILURE);
        errors.add(new ObjectError(
                ObjectError.Origin.DISCOVERY,
                connector.name(),
                0,
                change.anchor().text(),
                "need-full-object",
                "The system reported a change of an object that is not staged. Run a full import.",
                null,
                clock.instant(),
                1));
    }

    private void contradiction(ConnectorSpaceObject before, ConnectorSpaceObject after, List<ObjectError> errors) {
        String contradicted = Staging.contradicted(before, after);
        if (contradicted != null) {
            errors.add(new ObjectError(
                    ObjectError.Origin.STAGING,
                    connector.name(),
                    after.id(),
                    after.title(),
                    "exported-change-not-reimported",
                    "The system accepted " + contradicted
                            + " but reports something else. Check whether another program changes it, or whether the system rewrites it.",
                    null,
                    clock.instant(),
                    1));
        }
    }

    /** Stages the deletion of every object that was not seen, in pages of their own. */
    Counters stageUnseenAsDeleted() {
        Counters counters = new Counters();
        List<Long> unseen = index.unseen();
        for (int from = 0; from < unseen.size(); from += PAGE) {
            List<ConnectorSpaceChange> changes = new ArrayList<>();
            for (ConnectorSpaceObject before : store.connectorSpace()
                    .load(unseen.subList(from, Math.min(from + PAGE, unseen.size())))) {
                ConnectorSpaceObject after = Unseen.stage(before);
                if (!after.equals(before)) {
                    counters.count(Staging.counter(before, after));
                    changes.add(keys.change(before, after.isOver() ? null : after));
                }
            }
            if (!changes.isEmpty()) {
                store.inTransaction(() -> {
                    store.connectorSpace().write(changes);
                    Departed.closeErrors(changes, store.runHistory());
                });
            }
        }
        return counters;
    }
}
