package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/** Nothing is left over: no link without an identity, no identity without an employee, no key, reference, count or mark of what is gone. */
final class OrphanCheck {
    private final Store store;
    private final Ruleset rules;
    private final Ledger ledger;
    private final Staged staged;
    private final List<String> wrong = new ArrayList<>();

    OrphanCheck(Company company, Staged staged) {
        this.store = company.landscape().store();
        this.rules = company.landscape().rules().ruleset();
        this.ledger = company.ledger();
        this.staged = staged;
    }

    List<String> wrong() {
        checkLinks();
        checkKeys();
        checkReferences();
        checkCounts();
        checkMarks();
        return wrong;
    }

    private void checkLinks() {
        Set<Long> identities = staged.identities().stream().map(MetaverseObject::id).collect(Collectors.toSet());
        Set<Long> alive = new HashSet<>();
        for (ConnectorSpaceObject object : staged.objects()) {
            if (object.link().isJoined() && !identities.contains(object.link().identity())) {
                wrong.add("Its identity is gone: " + Words.of(object));
            }
            if (object.link().isJoined() && object.link().origin() == Link.Origin.PROJECTION
                    || Landscape.SOURCES.contains(object.connector())) {
                alive.add(object.link().identity());
            }
        }
        identities.stream().filter(identity -> !alive.contains(identity)).forEach(
                identity -> wrong.add("Nobody employs identity #" + identity));
    }

    private void checkKeys() {
        ObjectKeys keys = new ObjectKeys(rules);
        Map<ContentHash, List<Long>> objects = new HashMap<>();
        staged.objects().forEach(object -> note(objects, keys.change(null, object).keysAfter(), object.id()));
        differ("Keys of objects", objects, store.connectorSpace().find(ledger.objectKeys()));
        Map<ContentHash, List<Long>> identities = new HashMap<>();
        staged.identities().forEach(each -> note(identities, keys.change(null, each).keysAfter(), each.id()));
        differ("Keys of identities", identities, store.metaverse().find(ledger.identityKeys()));
    }

    private static void note(Map<ContentHash, List<Long>> index, Set<ContentHash> keys, long id) {
        keys.forEach(key -> index.computeIfAbsent(key, unused -> new ArrayList<>()).add(id));
    }

    private void differ(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + " should be " + expected + " but are " + found);
        }
    }

    private void checkReferences() {
        Map<ContentHash, Set<Long>> employees = new HashMap<>();
        for (ConnectorSpaceObject object : staged.objects()) {
            if (object.link().isJoined() && object.hologram().known() != null) {
                keysNamedBy(object).forEach(key -> employees.computeIfAbsent(key, unused -> new TreeSet<>())
                        .add(object.link().identity()));
            }
        }
        for (ContentHash key : ledger.objectKeys()) {
            differ("Referrers to objects", List.copyOf(employees.getOrDefault(key, Set.of())),
                    store.connectorSpace().identitiesReferringTo(List.of(key)));
        }
        for (long identity : ledger.identities()) {
            List<Long> referring = staged.identities().stream()
                    .filter(each -> references(each.attributes()).stream()
                            .anyMatch(reference -> reference.identity() == identity))
                    .map(MetaverseObject::id)
                    .toList();
            differ("Referrers to identities", referring, store.metaverse().referringTo(List.of(identity)));
        }
    }

    private List<ContentHash> keysNamedBy(ConnectorSpaceObject object) {
        List<ContentHash> keys = new ArrayList<>();
        for (AttributeDefinition attribute : object.type().attributes()) {
            if (attribute.type() == AttributeType.REFERENCE) {
                TypeSource.Target target = TypeSource.of(() -> rules)
                        .target(object.connector(), object.type().name(), attribute.name());
                object.hologram().known().get(attribute.name()).asList().forEach(
                        reference -> keys.add(target.key(object.connector(), (ReferenceValue) reference)));
            }
        }
        return keys;
    }

    private static List<ReferenceValue> references(Attributes attributes) {
        List<ReferenceValue> references = new ArrayList<>();
        for (AttributeDefinition attribute : attributes.type().attributes()) {
            if (attribute.type() == AttributeType.REFERENCE) {
                attributes.get(attribute.name()).asList().forEach(value -> references.add((ReferenceValue) value));
            }
        }
        return references;
    }

    private void checkCounts() {
        for (String connector : Landscape.CONNECTORS) {
            Map<String, TypeCount> counts = new TreeMap<>();
            staged.objects().stream().filter(object -> object.connector().equals(connector)).forEach(object -> {
                String type = object.type().name();
                counts.merge(type, TypeCount.of(type, object), TypeCount::plus);
            });
            differ("Counts", List.copyOf(counts.values()), store.connectorSpace().counts(connector));
        }
    }

    private void checkMarks() {
        differ("Evaluations", List.of(), store.metaverse().markedForEvaluation(0, 10));
        differ("Ending identities", List.of(), store.metaverse().ending(0, 10));
        Landscape.TARGETS.forEach(
                target -> differ("What is in flight", Map.of(), store.runHistory().inFlight(target)));
    }
}
