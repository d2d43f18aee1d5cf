package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.FileMistake;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.GivenSetting;
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
        int before = findings.size();
        checkSettings(connector);
        if (findings.size() == before) {
            checkFiles(connector);
        }
    }

    private void checkFiles(ConnectorDefinition connector) {
        try {
            for (FileMistake mistake : connectors.mistakes(connector)) {
                find(connector, new RuleLocation(mistake.file(), mistake.line(), mistake.column()), mistake.message());
            }
        } catch (ConnectorException failure) {
            findings.add(new Finding(connector.location(), failure.getMessage()));
        }
    }

    private void checkSettings(ConnectorDefinition connector) {
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
        if (connector.objectTypes().isEmpty()) {
            find(
                    connector,
                    "It has no object types. Write them, or let 'syncline discover FOLDER --connector "
                            + connector.name() + "' list what the system offers.");
        }
        for (SettingDefinition setting : factory.get().settings()) {
            checkGiven(connector, setting);
        }
        checkKnown(connector, factory.get(), connector.settings());
        checkKnown(connector, factory.get(), connector.secrets());
        connector.objectTypes().forEach(type -> check(type, connector, factory.get()));
    }

    private void check(ConnectedObjectType type, ConnectorDefinition connector, ConnectorFactory factory) {
        String ofType = " of object type '" + type.type().name() + "'";
        check(connector, ofType, type.location(), type.settings(), factory.objectTypeSettings());
        for (ConnectedAttribute attribute : type.attributes()) {
            check(connector, " of attribute '" + attribute.name() + "'" + ofType, type.location(),
                    attribute.settings(), factory.attributeSettings());
        }
    }

    private void check(ConnectorDefinition connector, String owner, RuleLocation place, List<GivenSetting> given,
            List<SettingDefinition> known) {
        for (SettingDefinition setting : known) {
            if (setting.required() && given.stream().noneMatch(each -> each.name().equals(setting.name()))) {
                find(connector, place,
                        "The setting '" + setting.name() + "'" + owner + " is missing: " + setting.description());
            }
        }
        for (GivenSetting setting : given) {
            if (!names(known).contains(setting.name())) {
                find(connector, setting.location(),
                        "Unknown setting '" + setting.name() + "'" + owner + ". " + hint(setting.name(), known));
            }
        }
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
        for (String name : new TreeSet<>(given.keySet())) {
            if (factory.settings().stream().noneMatch(setting -> setting.defines(name))) {
                find(
                        connector,
                        "Unknown setting '" + name + "' of connector type '" + connector.type() + "'. "
                                + hint(name, factory.settings()));
            }
        }
    }

    private static TreeSet<String> names(List<SettingDefinition> settings) {
        return settings.stream().map(SettingDefinition::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String hint(String written, List<SettingDefinition> settings) {
        TreeSet<String> known = names(settings);
        String nearest = NearestName.to(written, known);
        if (nearest != null) {
            return "Did you mean " + nearest + "?";
        }
        return known.isEmpty()
                ? "Connectors of this type have none there."
                : "There are " + String.join(", ", known) + ".";
    }

    private void find(ConnectorDefinition connector, String message) {
        find(connector, connector.location(), message);
    }

    private void find(ConnectorDefinition connector, RuleLocation place, String message) {
        findings.add(new Finding(place, "Connector '" + connector.name() + "': " + message));
    }
}
