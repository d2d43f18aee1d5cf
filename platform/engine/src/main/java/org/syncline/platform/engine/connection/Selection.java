package org.syncline.platform.engine.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Digest;
import org.syncline.dsl.ruleset.GivenSetting;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Partition;

/**
 * What a connector selects to be read. Changes alone never bring what was there before it was selected.
 *
 * @param parts as an administrator calls them, with a hash of how each is defined
 */
public record Selection(Map<String, String> parts) {
    private static final String SETTING = "setting ";
    private static final String PARTITION = "partition ";
    private static final String TYPE = "object type ";
    private static final String ATTRIBUTE = "attribute ";
    private static final String OF = " of ";
    private static final int NAMED = 3;

    public Selection {
        parts = Map.copyOf(parts);
    }

    /** @param factory knows which settings only say how the system is reached */
    static Selection of(ConnectorDefinition connector, ConnectorFactory factory) {
        Map<String, String> parts = new TreeMap<>();
        Set<String> transport = transport(factory.settings());
        put(parts, "the type of the connector", connector.type());
        connector.settings().forEach((name, value) -> {
            if (!transport.contains(name)) {
                put(parts, SETTING + quoted(name), value);
            }
        });
        for (Partition partition : connector.partitions().all()) {
            put(parts, PARTITION + quoted(partition.name()), partition.base(), partition.included(),
                    partition.excluded());
        }
        connector.objectTypes().forEach(type -> put(parts, type, factory));
        return new Selection(parts);
    }

    private static Set<String> transport(List<SettingDefinition> settings) {
        return settings.stream()
                .filter(SettingDefinition::transport)
                .map(SettingDefinition::name)
                .collect(Collectors.toSet());
    }

    private static void put(Map<String, String> parts, ConnectedObjectType type, ConnectorFactory factory) {
        String name = type.type().name();
        put(parts, TYPE + quoted(name), type.anchor(), type.collectsRows(),
                type.read() == null ? "" : type.read().source(),
                selecting(type.settings(), factory.objectTypeSettings()));
        for (ConnectedAttribute attribute : type.attributes()) {
            AttributeDefinition values = type.type().attribute(type.type().index(attribute.name()));
            put(parts, ATTRIBUTE + quoted(attribute.name()) + OF + quoted(name), attribute.column(), values.type(),
                    values.multiValued(), attribute.format(), attribute.referenceTo(), attribute.referenceBy(),
                    selecting(attribute.settings(), factory.attributeSettings()));
        }
    }

    private static Map<String, String> selecting(List<GivenSetting> given, List<SettingDefinition> settings) {
        Set<String> transport = transport(settings);
        Map<String, String> selecting = new TreeMap<>();
        given.stream()
                .filter(setting -> !transport.contains(setting.name()))
                .forEach(setting -> selecting.put(setting.name(), setting.value()));
        return selecting;
    }

    private static void put(Map<String, String> parts, String part, Object... definition) {
        parts.put(part, Digest.of(Arrays.toString(definition)));
    }

    private static String quoted(String name) {
        return "'" + name + "'";
    }

    /** The same of one partition; of all where it is null. */
    public Selection within(String partition) {
        if (partition == null) {
            return this;
        }
        Map<String, String> own = new TreeMap<>(parts);
        own.keySet().removeIf(part -> part.startsWith(PARTITION) && !part.equals(PARTITION + quoted(partition)));
        return new Selection(own);
    }

    /**
     * Why what was read when this was selected has to be read again, for an administrator; empty if it has not, or nobody knows what
     * was selected.
     */
    public Optional<String> changeSince(Map<String, String> before) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Set<String> gone = matching(before, part -> !parts.containsKey(part) && !part.startsWith(ATTRIBUTE));
        Set<String> added = matching(parts, part -> !before.containsKey(part) && !isOfNewType(part, before));
        Set<String> other = matching(parts,
                part -> before.containsKey(part) && !before.get(part).equals(parts.get(part)));
        List<String> changes = new ArrayList<>();
        added.forEach(part -> changes.add(part + " is new"));
        other.forEach(part -> changes.add(part + " is another"));
        gone.forEach(part -> changes.add(part + " is gone"));
        return changes.isEmpty() ? Optional.empty() : Optional.of(words(changes));
    }

    private static Set<String> matching(Map<String, String> all, Predicate<String> which) {
        Map<String, String> matching = new TreeMap<>(all);
        matching.keySet().removeIf(which.negate());
        return matching.keySet();
    }

    private boolean isOfNewType(String part, Map<String, String> before) {
        return part.startsWith(ATTRIBUTE)
                && parts.keySet().stream()
                        .filter(type -> type.startsWith(TYPE) && !before.containsKey(type))
                        .anyMatch(type -> part.endsWith(OF + type.substring(TYPE.length())));
    }

    private static String words(List<String> changes) {
        return changes.size() <= NAMED
                ? String.join(", ", changes)
                : String.join(", ", changes.subList(0, NAMED)) + ", and " + (changes.size() - NAMED) + " more";
    }
}
