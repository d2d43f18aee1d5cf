package org.syncline.platform.engine.ruletest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.memory.MemoryConnectorFactory;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.connectors.memory.MemorySystems;
import org.syncline.connectors.spi.Capability;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.operations.GivenImage;
import org.syncline.platform.engine.operations.OperationRefused;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.TextValue;

/** The connected systems of a folder, in memory: they can do what the real ones can, and hold nothing but what a test gives them. */
final class TestSystems {
    private static final String MEMORY = "memory";
    private static final Guards NO_GUARDS = new Guards(
            new Guards.ImportGuard(0, Integer.MAX_VALUE), ChangeGuard.NONE);

    private final MemorySystems systems = new MemorySystems();
    private final Connectors connectors;
    private final Ruleset ruleset;

    /**
     * Empty systems.
     *
     * @param ruleset between systems in memory
     * @param real where the folder is
     */
    TestSystems(Ruleset ruleset, Connectors real) {
        this.ruleset = ruleset;
        this.connectors = real.of(List.of(new MemoryConnectorFactory(systems)));
    }

    /**
     * The rules of a folder between systems in memory.
     *
     * @param real are asked what they can do, and never opened
     */
    static Ruleset inMemory(Ruleset ruleset, Connectors real) {
        Map<String, ConnectorDefinition> connectors = new LinkedHashMap<>();
        ruleset.connectors().forEach((name, connector) -> connectors.put(name, inMemory(connector, real)));
        return ruleset.between(connectors);
    }

    /** Opens these systems and no others. */
    Connectors connectors() {
        return connectors;
    }

    /** What the system is called that a connector reaches. */
    static String systemOf(ConnectorDefinition connector) {
        return connector.type().equals(MEMORY)
                ? connector.settings().getOrDefault("system", connector.name())
                : connector.name();
    }

    private static ConnectorDefinition inMemory(ConnectorDefinition connector, Connectors real) {
        Set<Capability> capabilities = real.capabilities(connector);
        return new ConnectorDefinition(
                connector.name(),
                MEMORY,
                connector.readOnly() || !capabilities.contains(Capability.EXPORT),
                connector.type().equals(MEMORY) ? connector.settings() : settings(capabilities),
                Map.of(),
                connector.objectTypes().stream().map(TestSystems::withoutRows).toList(),
                connector.partitions(),
                NO_GUARDS,
                connector.runProfiles(),
                connector.confirmWithin(),
                connector.holdAfter(),
                connector.location());
    }

    private static Map<String, String> settings(Set<Capability> capabilities) {
        String names = Boolean.toString(capabilities.contains(Capability.DISTINGUISHED_NAMES));
        return Map.of(
                "names", names,
                "names-hold-values", names,
                "read-one", Boolean.toString(capabilities.contains(Capability.READ_ONE)),
                "mends-references", Boolean.toString(capabilities.contains(Capability.REFERENTIAL_INTEGRITY)));
    }

    /** What is given was read already. */
    private static ConnectedObjectType withoutRows(ConnectedObjectType type) {
        return new ConnectedObjectType(
                type.type(), type.anchor(), type.secondaryKey(), List.of(), type.attributes(), false, null,
                type.filter(), type.disabled(), type.allow(), type.onRefused(), type.location());
    }

    /**
     * Lets a system hold an object, or no longer.
     *
     * @throws OperationRefused if it cannot be such an object
     */
    void give(RuleTest.Given given) {
        try {
            put(given);
        } catch (OperationRefused refused) {
            throw new OperationRefused(given.location() + ": " + refused.getMessage());
        }
    }

    private void put(RuleTest.Given given) {
        ConnectorDefinition connector = ruleset.connectors().get(given.object().connector());
        ConnectedObjectType type = connector.objectType(given.object().objectType()).orElseThrow();
        boolean hasNames = connectors.capabilities(connector).contains(Capability.DISTINGUISHED_NAMES);
        GivenImage image = GivenImage.of(given.object(), type, hasNames);
        MemorySystem system = systems.named(systemOf(connector));
        Optional<Anchor> there = Optional.ofNullable(image.anchor())
                .or(() -> system.byDn(type.type().name(), given.object().dn()).map(MemoryObject::anchor));
        if (given.object().deleted()) {
            delete(system, type, there);
        } else if (hasNames == (given.object().dn() == null)) {
            throw new OperationRefused(hasNames
                    ? "Objects of '" + connector.name() + "' have names; say which, as dn=\"...\""
                    : "Objects of '" + connector.name() + "' have no names; leave out dn");
        } else {
            Anchor anchor = there.orElseGet(system::generateAnchor);
            system.put(anchor, withAnchor(image.attributes(), type, anchor));
        }
    }

    private static void delete(MemorySystem system, ConnectedObjectType type, Optional<Anchor> anchor) {
        if (anchor.isEmpty() || !system.remove(type.type().name(), anchor.get())) {
            throw new OperationRefused("There is no such object, so it cannot have been deleted;"
                    + " give the anchor or the DN of one that is there");
        }
    }

    /** Where an attribute holds the anchor, also one that was generated. */
    private static Attributes withAnchor(Attributes object, ConnectedObjectType type, Anchor anchor) {
        String holder = type.anchor().getFirst();
        boolean isMissing = type.anchor().size() == 1 && object.type().has(holder) && object.text(holder) == null;
        return isMissing ? object.with(holder, new TextValue(anchor.text())) : object;
    }
}
