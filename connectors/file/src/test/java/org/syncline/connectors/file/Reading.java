package org.syncline.connectors.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.syncline.connectors.file.delimited.DelimitedTextConnectorFactory;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings.Rows;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** What a full import of a file delivered. */
public record Reading(List<ImportedChange.Whole> objects, List<DiscoveryError> errors) {
    public static final AttributeDefinition ID = AttributeDefinition.single("id", AttributeType.STRING);
    public static final AttributeDefinition NAME = AttributeDefinition.single("name", AttributeType.STRING);

    /** Objects with an id, which is the anchor, and more attributes, each in the column of its name. */
    public static ObjectTypeSettings people(AttributeDefinition... more) {
        List<AttributeDefinition> attributes = new ArrayList<>(List.of(ID));
        attributes.addAll(List.of(more));
        return ObjectTypeSettings.of(ObjectType.ofConnectorSpace("employee", attributes), "id");
    }

    public static ObjectTypeSettings with(ObjectTypeSettings type, UnaryOperator<AttributeSettings> change) {
        List<AttributeSettings> attributes = type.attributes().stream().map(change).toList();
        return new ObjectTypeSettings(type.type(), type.anchor(), attributes, type.rows(), type.filter());
    }

    public static ObjectTypeSettings filtered(ObjectTypeSettings type, ObjectTypeSettings.RowFilter filter) {
        return new ObjectTypeSettings(type.type(), type.anchor(), type.attributes(), type.rows(), filter);
    }

    public static ObjectTypeSettings collected(ObjectType type, String anchor) {
        ObjectTypeSettings single = ObjectTypeSettings.of(type, anchor);
        return new ObjectTypeSettings(type, single.anchor(), single.attributes(), Rows.COLLECT, single.filter());
    }

    public static Reading of(Path folder, String text, ObjectTypeSettings... types) {
        return of(folder, text.getBytes(StandardCharsets.UTF_8), Map.of(), types);
    }

    public static Reading of(Path folder, byte[] bytes, Map<String, String> settings, ObjectTypeSettings... types) {
        try {
            Files.write(folder.resolve("hr.csv"), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return of(open(folder, settings, types));
    }

    public static Connector open(Path folder, Map<String, String> settings, ObjectTypeSettings... types) {
        return open(new DelimitedTextConnectorFactory(), folder, settings, types);
    }

    /** A connector on the file hr.csv, unless the settings name another one. */
    public static Connector open(ConnectorFactory factory, Path folder, Map<String, String> settings,
            ObjectTypeSettings... types) {
        Map<String, String> values = new TreeMap<>(Map.of("file", "hr.csv"));
        values.putAll(settings);
        return factory
                .open(new ConnectorSettings("hr", folder, values, Map.of(), List.of(types)));
    }

    public static Reading of(Connector connector) {
        Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
        try (ImportPages pages = connector.read(ImportRequest.full(2))) {
            for (Optional<ImportPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                page.get().changes().forEach(change -> reading.objects.add((ImportedChange.Whole) change));
                reading.errors.addAll(page.get().errors());
            }
        }
        return reading;
    }

    /** The objects as anchor: name. */
    public List<String> names() {
        return objects.stream().map(object -> object.anchor() + ": " + object.attributes().text("name")).toList();
    }

    public List<String> anchors() {
        return objects.stream().map(object -> object.anchor().text()).toList();
    }

    /** The errors as code, object type, anchor and place. */
    public List<String> errorPlaces() {
        return errors.stream()
                .map(error -> error.code() + " " + error.objectType() + " " + error.anchor() + " " + error.place())
                .toList();
    }

    public String onlyMessage() {
        if (errors.size() != 1) {
            throw new AssertionError("not one error: " + errors);
        }
        return errors.getFirst().message();
    }
}
