package org.syncline.connectors.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ContractTypes;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A system that is a log of JSON lines, of which the last one about an object says how it is now. */
public final class LogSystem implements ConnectedSystem {
    private static final JsonMapper JSON = new JsonMapper();

    private final ConnectorFactory factory;
    private final Path folder;
    private final Map<String, String> settings;

    /** What a line says: that an object is as the attributes say, or that it is gone. */
    private record Entry(String objectType, String key, Map<String, Object> attributes) {}

    public LogSystem(ConnectorFactory factory, Path folder, Map<String, String> settings) {
        this.factory = factory;
        this.folder = folder;
        this.settings = settings;
    }

    @Override
    public ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return new ConnectorSettings("log", folder, settings, Map.of(), objectTypes, partitions);
    }

    @Override
    public ConnectorFactory factory() {
        return factory;
    }

    @Override
    public ObjectTypeSettings person() {
        return ContractTypes.person("person", "key", ContractTypes.personColumns());
    }

    @Override
    public ObjectTypeSettings group() {
        return ContractTypes.group("group", "key",
                Map.of(ContractTypes.KEY, "key", ContractTypes.MEMBERS, "members"));
    }

    @Override
    public void put(Attributes object) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (AttributeDefinition attribute : object.type().attributes()) {
            List<Object> values = object.get(attribute.name()).asList().stream().map(LogSystem::plain).toList();
            if (!values.isEmpty()) {
                attributes.put(attribute.name(), attribute.multiValued() ? values : values.getFirst());
            }
        }
        append(new Entry(object.type().name(), object.text(ContractTypes.KEY), attributes));
    }

    private static Object plain(Value value) {
        return switch (value) {
            case IntegerValue number -> number.number();
            case BooleanValue truth -> truth.isTrue();
            default -> value.text();
        };
    }

    @Override
    public void remove(String objectType, String key) {
        append(new Entry(objectType, key, null));
    }

    private void append(Entry entry) {
        try {
            Files.writeString(log(), JSON.writeValueAsString(entry) + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path log() {
        return folder.resolve("log.jsonl");
    }

    @Override
    public List<Attributes> objects(String objectType) {
        ObjectTypeSettings type = objectType.equals("person") ? person() : group();
        return entries().values().stream()
                .filter(entry -> entry.objectType().equals(objectType) && entry.attributes() != null)
                .map(entry -> object(type, entry.attributes()))
                .toList();
    }

    private Map<String, Entry> entries() {
        Map<String, Entry> last = new HashMap<>();
        if (Files.exists(log())) {
            try (Stream<String> lines = Files.lines(log(), StandardCharsets.UTF_8)) {
                lines.map(line -> JSON.readValue(line, new TypeReference<Entry>() {}))
                        .forEach(entry -> last.put(entry.objectType() + " " + entry.key(), entry));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return last;
    }

    private static Attributes object(ObjectTypeSettings type, Map<String, Object> attributes) {
        Attributes.Builder object = Attributes.builder(type.type());
        type.type().attributes().stream().skip(1).forEach(attribute -> object.set(attribute.name(),
                several(attributes.get(attribute.name())).map(plain -> value(attribute, plain)).toList()));
        return object.build();
    }

    private static Stream<?> several(Object plain) {
        return plain instanceof Collection<?> list ? list.stream() : Stream.ofNullable(plain);
    }

    private static Value value(AttributeDefinition attribute, Object plain) {
        return switch (attribute.type()) {
            case STRING -> new TextValue((String) plain);
            case INTEGER -> new IntegerValue(((Number) plain).longValue());
            case BOOLEAN -> BooleanValue.of((Boolean) plain);
            case BINARY -> new BinaryValue(Base64.getDecoder().decode((String) plain));
            case DATE -> new DateValue(Instant.parse((String) plain));
            case REFERENCE -> ReferenceValue.toKey((String) plain);
        };
    }

    @Override
    public void close() {}
}
