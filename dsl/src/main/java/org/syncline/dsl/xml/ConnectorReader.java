package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.dsl.xml.binding.Connector;
import org.syncline.dsl.xml.binding.ConnectorMode;
import org.syncline.dsl.xml.binding.ConnectorObjectType;
import org.syncline.dsl.xml.binding.Setting;
import org.syncline.schema.identity.Partitions;

/** Reads the file of one connector. */
final class ConnectorReader {
    private final SourceFile file;
    private final Connector root;
    private final Schemas schemas;
    private final Parameters parameters;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();

    ConnectorReader(Document<Connector> document, Schemas schemas, Parameters parameters) {
        this.file = document.file();
        this.root = document.root();
        this.schemas = schemas;
        this.parameters = parameters;
    }

    void read() {
        if (root.getName() == null) {
            return;
        }
        ConnectorDefinition other = schemas.connectors().get(root.getName());
        if (other != null) {
            file.problem(root, "name", "There is a connector '" + root.getName() + "' already",
                    other.location().file() + " has it");
            return;
        }
        reportUnsupported();
        readSettings();
        List<ConnectedObjectType> types = objectTypes();
        Partitions partitions = new PartitionReader(file, parameters).read(root.getPartition());
        GuardsReader guards = new GuardsReader(file, types);
        schemas.add(new ConnectorDefinition(
                root.getName(),
                root.getType(),
                root.getMode() == ConnectorMode.READ_ONLY,
                settings,
                secrets,
                types,
                partitions,
                guards.read(root.getGuards()),
                runProfiles(guards, types, partitions),
                Periods.of(root.getConfirmWithin()),
                root.getHoldAfter(),
                file.location(root)));
    }

    private void reportUnsupported() {
        if (!root.isEnabled()) {
            file.unsupported(root, "enabled", "enabled=\"false\" of a connector");
        }
    }

    private void readSettings() {
        if (root.getSettings() != null) {
            root.getSettings().getSetting().stream()
                    .filter(setting -> setting.getName() != null)
                    .forEach(this::readSetting);
        }
    }

    private void readSetting(Setting setting) {
        if ((setting.getValue() == null) == (setting.getSecret() == null)) {
            file.problem(setting,
                    "The setting " + setting.getName() + " has "
                            + (setting.getValue() == null ? "no value" : "a value and a secret"),
                    "give value=\"...\" or secret=\"...\"");
        } else if (setting.getValue() != null) {
            settings.put(setting.getName(), parameters.fill(file, setting));
        } else {
            secrets.put(setting.getName(), setting.getSecret());
        }
    }

    private List<ConnectedObjectType> objectTypes() {
        List<ConnectedObjectType> types = new ArrayList<>();
        for (ConnectorObjectType declared : root.getObjectType()) {
            if (declared.getName() != null && types.stream().noneMatch(
                    type -> type.type().name().equals(declared.getName()))) {
                types.add(new ObjectTypeReader(file, schemas, parameters, root).read(declared));
            }
        }
        return types;
    }

    private List<RunProfile> runProfiles(
            GuardsReader guards, List<ConnectedObjectType> types, Partitions partitions) {
        RunProfileReader reader = new RunProfileReader(file, guards, types, partitions);
        return root.getRunProfile().stream().map(reader::read).toList();
    }
}
