package org.syncline.connectors.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** A file under the contract: persons and groups in one table; who has members is a group. */
public final class FileContractSystem implements ConnectedSystem {
    public static final List<String> COLUMNS = List.of(
            "unknown", "key", "name", "note", "count", "flag", "since", "photo", "tags", "manager", "members",
            "also unknown");
    public static final String VALUE_SEPARATOR = " ¦ ";

    /** Rows of cells in a file, read and written as somebody else would; the first row is of {@link #COLUMNS}. */
    public interface Table {
        String write(List<List<String>> rows);

        List<List<String>> read(String text);
    }

    private final ConnectorFactory factory;
    private final Path folder;
    private final Path file;
    private final Map<String, String> settings;
    private final Charset charset;
    private final String prefix;
    private final Table table;
    private final Set<String> held;

    /**
     * @param prefix of the file
     * @param cannotHold attributes of persons that the format has no way to write
     */
    public FileContractSystem(ConnectorFactory factory, Path folder, Map<String, String> settings, Charset charset,
            String prefix, Table table, String... cannotHold) {
        this.factory = factory;
        this.folder = folder;
        this.file = folder.resolve("identities.txt");
        this.settings = new HashMap<>(settings);
        this.settings.put("file", "identities.txt");
        this.charset = charset;
        this.prefix = prefix;
        this.table = table;
        this.held = new HashSet<>(ContractTypes.personColumns().keySet());
        this.held.removeAll(Set.of(cannotHold));
        write(List.of(COLUMNS));
    }

    @Override
    public ConnectorFactory factory() {
        return factory;
    }

    @Override
    public ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return new ConnectorSettings("identities", folder, settings, Map.of(), objectTypes, partitions);
    }

    @Override
    public ObjectTypeSettings person() {
        return filtered(ContractTypes.person("person", "key", personColumns()),
                column -> column.apply("members") == null);
    }

    private Map<String, String> personColumns() {
        return held.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    @Override
    public ObjectTypeSettings group() {
        Map<String, String> columns = Map.of(ContractTypes.KEY, "key", ContractTypes.MEMBERS, "members");
        return filtered(ContractTypes.group("group", "key", columns), column -> column.apply("members") != null);
    }

    private static ObjectTypeSettings filtered(ObjectTypeSettings type, ObjectTypeSettings.RowFilter filter) {
        return new ObjectTypeSettings(type.type(), type.anchor(), type.attributes(), type.rows(), filter);
    }

    @Override
    public void put(Attributes object) {
        List<List<String>> rows = read();
        List<String> row = row(object);
        int at = find(rows, object.type().name(), object.text(ContractTypes.KEY));
        if (at < 0) {
            rows.add(row);
        } else {
            rows.set(at, row);
        }
        write(rows);
    }

    /** The row of an object. */
    public static List<String> row(Attributes object) {
        return COLUMNS.stream().map(column -> object.type().has(column) ? text(object, column) : "").toList();
    }

    private static String text(Attributes object, String attribute) {
        return String.join(VALUE_SEPARATOR, object.get(attribute).asList().stream().map(Value::text).toList());
    }

    @Override
    public void remove(String objectType, String key) {
        List<List<String>> rows = read();
        int at = find(rows, objectType, key);
        if (at >= 0) {
            rows.remove(at);
        }
        write(rows);
    }

    private static int find(List<List<String>> rows, String objectType, String key) {
        for (int at = 1; at < rows.size(); at++) {
            if (isOf(rows.get(at), objectType) && rows.get(at).get(COLUMNS.indexOf("key")).equals(key)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isOf(List<String> row, String objectType) {
        return row.get(COLUMNS.indexOf("members")).isEmpty() == objectType.equals("person");
    }

    @Override
    public List<Attributes> objects(String objectType) {
        ObjectTypeSettings type = Stream.of(person(), group()).filter(each -> each.type().name().equals(objectType))
                .findFirst().orElseThrow();
        return read().stream().skip(1).filter(row -> isOf(row, objectType)).map(row -> object(type, row)).toList();
    }

    private static Attributes object(ObjectTypeSettings type, List<String> row) {
        Attributes.Builder builder = Attributes.builder(type.type());
        type.type().attributes().stream().skip(1).forEach(attribute -> {
            String cell = row.get(COLUMNS.indexOf(attribute.name()));
            String[] texts = attribute.multiValued() ? cell.split(VALUE_SEPARATOR) : new String[]{cell};
            builder.set(attribute.name(),
                    Stream.of(texts).filter(text -> !text.isEmpty()).map(text -> value(attribute, text)).toList());
        });
        return builder.build();
    }

    private static Value value(AttributeDefinition attribute, String text) {
        return switch (attribute.type()) {
            case STRING -> new TextValue(text);
            case INTEGER -> new IntegerValue(Long.parseLong(text));
            case BOOLEAN -> BooleanValue.of(text.equalsIgnoreCase("true"));
            case BINARY -> new BinaryValue(Base64.getDecoder().decode(text));
            case DATE -> new DateValue(instant(text));
            case REFERENCE -> ReferenceValue.toKey(text);
        };
    }

    private static Instant instant(String text) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private List<List<String>> read() {
        try {
            return new ArrayList<>(table.read(Files.readString(file, charset).substring(prefix.length())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(List<List<String>> rows) {
        try {
            Files.writeString(file, prefix + table.write(rows), charset);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {}
}
