package org.syncline.platform.engine.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Digest;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/**
 * The keys under which the rules want objects to be found: anchors, distinguished names and those of their containers, join keys,
 * values that must be unique or are referred to.
 */
public final class ObjectKeys {
    /** Under which {@link #definitions} say what identities are found by; no connector is called so. */
    public static final String METAVERSE = "";

    private final Ruleset ruleset;
    private final Map<String, Set<String>> keyedAttributes = new HashMap<>();
    private final Map<String, Set<String>> joinedAttributes = new HashMap<>();
    private final Map<String, Map<String, List<String>>> secondaryKeys = new HashMap<>();

    public ObjectKeys(Ruleset ruleset) {
        this.ruleset = ruleset;
        ruleset.connectors().values().forEach(this::keyIndexedAndReferredTo);
        ruleset.provisioningRules().forEach(this::keyUnique);
        ruleset.joinRules().forEach(this::keyJoined);
        ruleset.groupRules().forEach(groups -> add(joinedAttributes, groups.metaverseType(), groups.nameTo()));
        if (ruleset.membership() != Expression.Membership.UNREAD) {
            ruleset.metaverse().values().forEach(this::keyGroup);
        }
        for (MetaverseType type : ruleset.metaverse().values()) {
            for (AttributeDefinition attribute : type.type().attributes()) {
                if (attribute.indexed()) {
                    add(joinedAttributes, type.type().name(), attribute.name());
                }
            }
        }
    }

    private void keyIndexedAndReferredTo(ConnectorDefinition connector) {
        for (ConnectedObjectType type : connector.objectTypes()) {
            if (!type.secondaryKey().isEmpty()) {
                secondaryKeys
                        .computeIfAbsent(connector.name(), unused -> new HashMap<>())
                        .put(type.type().name(), type.secondaryKey());
            }
            type.type().attributes().stream()
                    .filter(AttributeDefinition::indexed)
                    .forEach(attribute -> add(keyedAttributes, connector.name(), attribute.name()));
            type.attributes().stream()
                    .filter(attribute -> attribute.referenceBy() != null)
                    .forEach(attribute -> add(keyedAttributes, connector.name(), attribute.referenceBy()));
        }
    }

    private void keyGroup(MetaverseType type) {
        ruleset.groupName(type.type()).ifPresent(name -> add(joinedAttributes, type.type().name(), name));
    }

    private void keyUnique(ProvisioningRules rules) {
        Stream<ProvisioningRules.Unique> uniques = Stream.concat(
                rules.provisions().stream().flatMap(provision -> provision.uniques().stream()),
                rules.renames().stream().flatMap(rename -> rename.uniques().stream()));
        uniques.forEach(unique -> {
            add(keyedAttributes, rules.connector(), unique.to());
            unique.across().forEach(place -> add(keyedAttributes, place.connector(), place.attribute()));
        });
    }

    private void keyJoined(JoinRules rules) {
        for (JoinRules.Criterion criterion : rules.criteria()) {
            criterion.matches().forEach(match -> add(joinedAttributes, rules.metaverseType(), match.with()));
        }
    }

    private static void add(Map<String, Set<String>> sets, String key, String element) {
        sets.computeIfAbsent(key, unused -> new TreeSet<>()).add(element);
    }

    /** By connector, and for the metaverse, what keys are made of; other keys are needed when it changes. */
    public Map<String, String> definitions() {
        Map<String, String> definitions = new TreeMap<>();
        definitions.put(METAVERSE, Digest.of(new TreeMap<>(joinedAttributes).toString()));
        for (ConnectorDefinition connector : ruleset.connectors().values()) {
            StringBuilder text = new StringBuilder()
                    .append("container ")
                    .append(keyedAttributes.getOrDefault(connector.name(), Set.of()))
                    .append(new TreeMap<>(secondaryKeys.getOrDefault(connector.name(), Map.of())));
            connector.objectTypes().stream()
                    .flatMap(type -> ruleset.joinRules(connector.name(), type.type().name()).stream())
                    .forEach(rules -> append(rules, text));
            definitions.put(connector.name(), Digest.of(text.toString()));
        }
        return definitions;
    }

    private void append(JoinRules rules, StringBuilder text) {
        for (JoinRules.Criterion criterion : rules.criteria()) {
            text.append('\n').append(rules.objectType()).append(' ').append(criterion.name());
            criterion.matches().forEach(match -> text.append('\n').append(match.with()).append('=')
                    .append(match.key() == null ? match.attribute() : match.key().source()));
        }
    }

    /** Whether a value of this attribute can be looked up. */
    public boolean isKeyed(String connector, String attribute) {
        return keyedAttributes.getOrDefault(connector, Set.of()).contains(attribute);
    }

    /** The change from {@code before} to {@code after}, either of which may be null. */
    public ConnectorSpaceChange change(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        return new ConnectorSpaceChange(before, after, of(before), of(after));
    }

    /** The change from {@code before} to {@code after}, either of which may be null. */
    public MetaverseChange change(MetaverseObject before, MetaverseObject after) {
        return new MetaverseChange(before, after, of(before), of(after));
    }

    private Set<ContentHash> of(ConnectorSpaceObject object) {
        if (object == null) {
            return Set.of();
        }
        Set<ContentHash> keys = new HashSet<>();
        if (object.anchor() != null) {
            keys.add(Keys.anchor(object.connector(), object.type().name(), object.anchor()));
        }
        List<Attributes> views = views(object);
        if (object.anchor() == null) {
            views.forEach(view -> secondary(object.connector(), view).ifPresent(keys::add));
        }
        for (Attributes view : views) {
            if (view.dn() != null) {
                keys.add(Keys.dn(object.connector(), view.dn()));
            }
            addValueKeys(object, view, keys);
        }
        addContainer(object, object.hologram().imported(), keys);
        addContainer(object, object.hologram().exported(), keys);
        if (!views.isEmpty()) {
            addJoinKeys(object, views.getFirst(), keys);
        }
        return keys;
    }

    /** The key under which an object is found while it has no anchor; empty if its type has none, or a part is missing. */
    public Optional<ContentHash> secondary(String connector, Attributes view) {
        List<String> attributes = secondaryKeys.getOrDefault(connector, Map.of()).get(view.type().name());
        if (attributes == null) {
            return Optional.empty();
        }
        List<String> values = attributes.stream()
                .map(view::text)
                .filter(value -> value != null && !value.isEmpty())
                .toList();
        return values.size() < attributes.size()
                ? Optional.empty()
                : Optional.of(Keys.secondary(connector, view.type().name(), values));
    }

    private static List<Attributes> views(ConnectorSpaceObject object) {
        Attributes imported = object.hologram().imported();
        List<Attributes> views = new ArrayList<>(4);
        add(views, imported);
        if (!object.hologram().unconfirmedExport().isNone()) {
            add(views, object.hologram().exported());
        }
        if (!object.hologram().pendingExport().isNone()) {
            add(views, object.hologram().wanted());
        }
        add(views, object.draft());
        return views;
    }

    private static void add(List<Attributes> views, Attributes view) {
        if (view != null) {
            views.add(view);
        }
    }

    private static void addContainer(ConnectorSpaceObject object, Attributes view, Set<ContentHash> keys) {
        String container = view == null || view.dn() == null ? "" : DistinguishedName.parent(view.dn());
        if (!container.isEmpty()) {
            keys.add(Keys.container(object.connector(), container));
        }
    }

    private void addValueKeys(ConnectorSpaceObject object, Attributes view, Set<ContentHash> keys) {
        for (String attribute : keyedAttributes.getOrDefault(object.connector(), Set.of())) {
            int index = object.type().indexOf(attribute);
            if (index >= 0) {
                for (Value value : view.get(index).asList()) {
                    keys.add(Keys.value(object.connector(), attribute, value.text()));
                }
            }
        }
    }

    private void addJoinKeys(ConnectorSpaceObject object, Attributes view, Set<ContentHash> keys) {
        for (JoinRules rules : ruleset.joinRules(object.connector(), object.type().name())) {
            for (JoinKey key : Joining.keys(rules, object, view, Present.at(Instant.EPOCH))) {
                keys.add(Keys.joinKey(object.connector(), key.criterion(), key.key()));
            }
        }
    }

    private Set<ContentHash> of(MetaverseObject identity) {
        if (identity == null) {
            return Set.of();
        }
        ObjectType type = identity.type();
        Set<ContentHash> keys = new HashSet<>();
        for (String attribute : joinedAttributes.getOrDefault(type.name(), Set.of())) {
            for (Value value : identity.attributes().get(type.index(attribute)).asList()) {
                keys.add(Keys.metaverse(type.name(), attribute, value.text()));
            }
        }
        return keys;
    }
}
