package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.connection.Connectors;

/** Checks what only the connectors themselves can know: their types and settings. */
public final class SettingsCheck {

    /** @param message what is wrong and what to do */
    public record Finding(RuleLocation location, String message) {}

    private final Connectors connectors;
    private final List<Finding> findings = new ArrayList<>();

    public SettingsCheck(Connectors connectors) {
        this.connectors = connectors;
    }

    /** Everything that is wrong, in the order of the connectors. */
    public List<Finding> check(Ruleset ruleset) {
        ruleset.connectors().values().forEach(this::check);
        return findings;
    }

    private void check(ConnectorDefinition connector) {
        Optional<ConnectorFactory> factory = connectors.factory(connector.type());
        if (factory.isEmpty()) {
            find(
                    connector,
                    "Unknown connector type '" + connector.type() + "'. There are "
                            + String.join(", ", connectors.types()) + ".");
            return;
        }
        if (!connector.readOnly() && !factory.get().capabilities().contains(Capability.EXPORT)) {
            find(
                    connector,
                    "Connectors of type '" + connector.type() + "' can only read. Say mode=\"read-only\".");
        }
        if (!connector.partitions().isEmpty()
                && !factory.get().capabilities().contains(Capability.PARTITIONS)) {
            find(connector, "Connectors of type '" + connector.type() + "' have no partitions. Remove <partition>.");
        }
        for (SettingDefinition setting : factory.get().settings()) {
            checkGiven(connector, setting);
        }
        checkKnown(connector, factory.get(), connector.settings());
        checkKnown(connector, factory.get(), connector.secrets());
    }

    private void checkGiven(ConnectorDefinition connector, SettingDefinition setting) {
        boolean given =
                connector.settings().containsKey(setting.name()) || connector.secrets().containsKey(setting.name());
        if (setting.required() && !given) {
            find(connector, "The setting '" + setting.name() + "' is missing: " + setting.description());
        }
        if (setting.secret() && connector.settings().containsKey(setting.name())) {
            find(
                    connector,
                    "The setting '" + setting.name()
                            + "' is a secret and must not stand in a file. Write secret=\"NAME\" instead of value=\"...\".");
        }
    }

    private void checkKnown(ConnectorDefinition connector, ConnectorFactory factory, Map<String, String> given) {
        TreeSet<String> known = new TreeSet<>();
        factory.settings().forEach(setting -> known.add(setting.name()));
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                find(
                        connector,
                        "Unknown setting '" + name + "' of connector type '" + connector.type() + "'. There are "
                                + String.join(", ", known) + ".");
            }
        }
    }

    private void find(ConnectorDefinition connector, String message) {
        findings.add(new Finding(connector.location(), "Connector '" + connector.name() + "': " + message));
    }
}
