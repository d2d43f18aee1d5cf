package org.syncline.connectors.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/** An object type of a test, and what is read and written of it. */
final class People {
    private final List<AttributeDefinition> definitions = new ArrayList<>();
    private final List<AttributeSettings> attributes = new ArrayList<>();
    private final List<String> anchor;
    private ObjectTypeSettings.Rows rows = ObjectTypeSettings.Rows.SINGLE;
    private Map<String, String> values = Map.of();

    private People(String... anchor) {
        this.anchor = List.of(anchor);
    }

    static People by(String... anchor) {
        return new People(anchor);
    }

    People with(AttributeDefinition definition) {
        return with(definition, Map.of());
    }

    People with(AttributeDefinition definition, Map<String, String> settings) {
        return with(definition, definition.name(), null, settings);
    }

    People with(AttributeDefinition definition, String column, String format, Map<String, String> settings) {
        definitions.add(definition);
        attributes.add(new AttributeSettings(definition.name(), column, format, null, null, settings));
        return this;
    }

    People collected() {
        rows = ObjectTypeSettings.Rows.COLLECT;
        return this;
    }

    People set(Map<String, String> settings) {
        values = settings;
        return this;
    }

    ObjectTypeSettings type() {
        return new ObjectTypeSettings(ObjectType.ofConnectorSpace("person", definitions), anchor, attributes, rows,
                ObjectTypeSettings.EVERY_ROW, values);
    }

    Connector in(TestDatabase database) {
        return new SqlConnectorFactory().open(database.settings(List.of(type())));
    }

    Attributes.Builder person() {
        return Attributes.builder(type().type());
    }

    ExportOperation.Add add(String attribute, String text) {
        return new ExportOperation.Add(person().set(attribute, text).build());
    }

    /** A change of the object with an anchor. */
    ExportOperation.Update update(String key, Attributes before, Attributes after) {
        return new ExportOperation.Update("person", new Anchor(key), null, Delta.between(before, after).changes(),
                before);
    }

    static ExportOperation.Delete delete(String key) {
        return new ExportOperation.Delete("person", new Anchor(key), null);
    }

    static List<ImportPage> pages(Connector connector, ImportRequest request) {
        List<ImportPage> pages = new ArrayList<>();
        try (ImportPages reading = connector.read(request)) {
            for (Optional<ImportPage> page = reading.next(); page.isPresent(); page = reading.next()) {
                pages.add(page.get());
            }
        }
        return pages;
    }

    /** What a full import reads. */
    static List<ImportedChange> read(Connector connector) {
        return pages(connector, ImportRequest.full(3)).stream().flatMap(page -> page.changes().stream()).toList();
    }

    static List<DiscoveryError> errors(Connector connector) {
        return pages(connector, ImportRequest.full(3)).stream().flatMap(page -> page.errors().stream()).toList();
    }

    /** The answers in short: {@code ok ANCHOR}, or the code of a refusal. */
    static List<String> answers(List<ExportResult> results) {
        return results.stream()
                .map(result -> switch (result) {
                    case ExportResult.Accepted accepted -> "ok " + accepted.anchor();
                    case ExportResult.Rejected rejected -> rejected.code()
                            + (rejected.attribute() == null ? "" : " " + rejected.attribute());
                })
                .toList();
    }
}
