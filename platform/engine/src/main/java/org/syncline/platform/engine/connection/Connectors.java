package org.syncline.platform.engine.connection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.FileMistake;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.GivenSetting;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.TextValue;

/** Opens connectors as a configuration folder defines them. */
public final class Connectors {
    private final Map<String, ConnectorFactory> factories = new TreeMap<>();
    private final Path folder;
    private final Secrets secrets;
    private final Clock clock;
    private final ZoneId zone;

    /** All connector types on the class path. */
    public Connectors(Path folder, Secrets secrets, Clock clock) {
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
        this.zone = clock.getZone();
        for (ConnectorFactory factory : ServiceLoader.load(ConnectorFactory.class)) {
            factories.put(factory.type(), factory);
        }
    }

    private Connectors(Connectors others, Map<String, ConnectorFactory> factories, ZoneId zone) {
        this.factories.putAll(factories);
        this.folder = others.folder;
        this.secrets = others.secrets;
        this.clock = others.clock;
        this.zone = zone;
    }

    /** The same, whose conditions know a zone in which days begin. */
    public Connectors in(ZoneId where) {
        return new Connectors(this, factories, where);
    }

    /** The same with these connector types and no others. */
    public Connectors of(List<ConnectorFactory> types) {
        return new Connectors(
                this, types.stream().collect(Collectors.toMap(ConnectorFactory::type, Function.identity())), zone);
    }

    /** The configuration folder. */
    public Path folder() {
        return folder;
    }

    /** The connector types there are. */
    public Set<String> types() {
        return factories.keySet();
    }

    /** The factory of a connector type, if there is one. */
    public Optional<ConnectorFactory> factory(String type) {
        return Optional.ofNullable(factories.get(type));
    }

    public Set<Capability> capabilities(ConnectorDefinition definition) {
        return existing(definition).capabilities(settings(definition));
    }

    /** What a connector selects to be read. */
    public Selection selection(ConnectorDefinition definition) {
        return Selection.of(definition, existing(definition));
    }

    /**
     * Opens a connector.
     *
     * @throws ConnectorException if its type is unknown, a secret is missing, or it cannot be opened
     */
    public Connector open(ConnectorDefinition definition) {
        ConnectorFactory factory = existing(definition);
        ConnectorSettings settings = settings(definition);
        if (definition.partitions().isEmpty()) {
            return factory.open(settings);
        }
        if (!factory.capabilities(settings).contains(Capability.PARTITIONS)) {
            throw new ConnectorException(
                    ConnectorException.Code.INVALID_SETTING,
                    "Connector '" + definition.name() + "' has no partitions. Remove <partition>.");
        }
        return new SelectedConnector(factory.open(settings), definition.partitions());
    }

    /**
     * What is wrong in the files that belong to a connector.
     *
     * @throws ConnectorException if the settings make no sense, or name a file that is not there
     */
    public List<FileMistake> mistakes(ConnectorDefinition definition) {
        ConnectorFactory factory = existing(definition);
        Map<String, String> values = defaults(factory.settings());
        values.putAll(definition.settings());
        return factory.mistakes(new ConnectorSettings(definition.name(), folder, values, Map.of(), List.of()));
    }

    /**
     * Looks at a system without reading or writing objects as a connector does.
     *
     * @throws ConnectorException as {@link #open}; code {@code NOT_SUPPORTED} where the system cannot say what it offers
     */
    public Discovery discover(ConnectorDefinition definition) {
        return existing(definition).discover(settings(definition));
    }

    /**
     * Listens to a connected system.
     *
     * @return empty if it does not tell that something changed
     * @throws ConnectorException as {@link #open}
     */
    Optional<ChangeWatch> watch(ConnectorDefinition definition, ChangeListener listener) {
        ConnectorFactory factory = existing(definition);
        ConnectorSettings settings = settings(definition);
        return factory.capabilities(settings).contains(Capability.CHANGE_NOTIFICATION)
                ? Optional.of(factory.watch(settings, listener))
                : Optional.empty();
    }

    private ConnectorFactory existing(ConnectorDefinition definition) {
        return factory(definition.type())
                .orElseThrow(() -> new ConnectorException(
                        ConnectorException.Code.INVALID_SETTING,
                        "Connector '" + definition.name() + "' has the unknown type '" + definition.type()
                                + "'. There are "
                                + String.join(", ", factories.keySet()) + "."));
    }

    private ConnectorSettings settings(ConnectorDefinition definition) {
        ConnectorFactory factory = existing(definition);
        Map<String, String> values = defaults(factory.settings());
        values.putAll(definition.settings());
        Map<String, String> resolved = new HashMap<>();
        definition.secrets().forEach((setting, name) -> resolved.put(setting, secret(definition, name)));
        List<ObjectTypeSettings> types =
                definition.objectTypes().stream().map(type -> settings(factory, type)).toList();
        return new ConnectorSettings(definition.name(), folder, values, resolved, types, definition.partitions());
    }

    private static Map<String, String> defaults(List<SettingDefinition> settings) {
        Map<String, String> defaults = new HashMap<>();
        for (SettingDefinition setting : settings) {
            if (setting.defaultValue() != null) {
                defaults.put(setting.name(), setting.defaultValue());
            }
        }
        return defaults;
    }

    private static Map<String, String> values(List<SettingDefinition> settings, List<GivenSetting> given) {
        Map<String, String> values = defaults(settings);
        given.forEach(setting -> values.put(setting.name(), setting.value()));
        return values;
    }

    private String secret(ConnectorDefinition definition, String name) {
        return secrets.find(name)
                .orElseThrow(() -> new ConnectorException(
                        ConnectorException.Code.NO_START_CREDENTIALS,
                        "Connector '" + definition.name() + "' needs the secret '" + name + "'. Put it into "
                                + secrets.place(name) + "."));
    }

    private ObjectTypeSettings settings(ConnectorFactory factory, ConnectedObjectType type) {
        List<AttributeSettings> attributes = new ArrayList<>();
        for (ConnectedObjectType.ConnectedAttribute attribute : type.attributes()) {
            attributes.add(new AttributeSettings(
                    attribute.name(), attribute.column(), attribute.format(), attribute.referenceTo(),
                    attribute.referenceBy(), values(factory.attributeSettings(), attribute.settings())));
        }
        return new ObjectTypeSettings(
                type.type(),
                type.anchor(),
                attributes,
                type.collectsRows() ? ObjectTypeSettings.Rows.COLLECT : ObjectTypeSettings.Rows.SINGLE,
                type.read() == null ? ObjectTypeSettings.EVERY_ROW : rowFilter(type.read()),
                values(factory.objectTypeSettings(), type.settings()));
    }

    private ObjectTypeSettings.RowFilter rowFilter(Expression condition) {
        return column -> condition.holds(Evaluation.at(new Present(clock.instant(), zone)).names(name -> {
            String cell = column.apply(name);
            return cell == null ? Absence.NULL : new TextValue(cell);
        }));
    }
}
