package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.store.StoredType.StoredAttribute;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** The numbers of connectors, object types and attributes, given when they are first seen and kept for ever. */
final class TypeNumbers {
    private static final String METAVERSE = "";
    private final Session session;
    private final TypeSource types;
    private final Map<String, Integer> connectors = new HashMap<>();
    private final Map<Integer, String> connectorNames = new HashMap<>();
    private final Map<Integer, StoredType> byNumber = new HashMap<>();
    private final Map<String, Map<String, StoredType>> byName = new HashMap<>();

    TypeNumbers(Session session, TypeSource types) {
        this.session = session;
        this.types = types;
        keepConnector(0, METAVERSE);
        session.list("types", "select id, name from connector_name", Filling.NOTHING,
                row -> keepConnector(row.small(), row.text()));
        session.list("types", "select id, connector_id, name from object_type", Filling.NOTHING,
                row -> keepType(row.small(), row.small(), row.text()));
        session.list("types",
                "select type_id, id, name, value_type, multi_valued, is_indexed, is_sensitive, in_rows from object_attribute",
                Filling.NOTHING, this::keepAttribute);
    }

    private int keepConnector(int number, String name) {
        connectors.put(name, number);
        connectorNames.put(number, name);
        return number;
    }

    private StoredType keepType(int number, int connector, String name) {
        StoredType type = new StoredType(number, connectorNames.get(connector), name);
        byNumber.put(number, type);
        byName.computeIfAbsent(type.connector(), unused -> new HashMap<>()).put(name, type);
        return type;
    }

    private StoredAttribute keepAttribute(Row row) throws SQLException {
        StoredType type = byNumber.get(row.small());
        StoredAttribute attribute = new StoredAttribute(row.small(),
                new AttributeDefinition(row.text(), AttributeType.valueOf(row.text()), row.flag(), row.flag(),
                        row.flag()),
                row.flag());
        type.keep(attribute);
        return attribute;
    }

    /** The number of a connector; a new one gets the next. */
    synchronized int connector(String name) {
        Integer known = connectors.get(name);
        return known != null ? known : addConnector(name);
    }

    /** The number that stands where the metaverse is meant. */
    int metaverse() {
        return connector("");
    }

    private int addConnector(String name) {
        int number = connectors.size();
        session.update("types", "insert into connector_name (id, name) values (?, ?)",
                parameters -> parameters.put(number).put(name));
        return keepConnector(number, name);
    }

    synchronized String connectorName(int number) {
        return connectorNames.get(number);
    }

    synchronized StoredType type(int number) {
        return byNumber.get(number);
    }

    /** The number of a type, or -1 if none of its objects was ever stored. */
    synchronized int typeNumber(String connector, String objectType) {
        StoredType type = byName.getOrDefault(connector, Map.of()).get(objectType);
        return type == null ? -1 : type.number();
    }

    /** How objects of a type are written. */
    synchronized Layout writing(String connector, ObjectType type) {
        StoredType stored = byName.getOrDefault(connector, Map.of()).get(type.name());
        return stored != null && stored.isWriting(type)
                ? stored.writing(type)
                : learn(connector, type).writing(type);
    }

    Layout writing(ObjectType metaverseType) {
        return writing(METAVERSE, metaverseType);
    }

    /** How objects of a type are read: in the type of the current rules, or, when they have none, in what is remembered. */
    synchronized Layout reading(int typeNumber) {
        StoredType stored = byNumber.get(typeNumber);
        ObjectType current = current(stored);
        if (!stored.isReading(current) && !stored.knows(current)) {
            learn(stored.connector(), current);
        }
        return stored.reading(current);
    }

    private ObjectType current(StoredType stored) {
        return (stored.connector().isEmpty()
                ? types.metaverse(stored.name())
                : types.connectorSpace(stored.connector(), stored.name())).orElseGet(stored::remembered);
    }

    private StoredType learn(String connector, ObjectType type) {
        StoredType[] learned = new StoredType[1];
        session.inTransaction(() -> {
            StoredType known = byName.getOrDefault(connector, Map.of()).get(type.name());
            learned[0] = known != null ? known : addType(connector, type.name());
            type.attributes().forEach(definition -> learn(learned[0], definition));
        });
        return learned[0];
    }

    private StoredType addType(String connector, String name) {
        int owner = connector(connector);
        int number = byNumber.size() + 1;
        session.update("types", "insert into object_type (id, connector_id, name) values (?, ?, ?)",
                parameters -> parameters.put(number).put(owner).put(name));
        session.update("types", connector.isEmpty()
                ? "insert into metaverse_count (type_id, objects) values (?, 0)"
                : "insert into connector_space_count (type_id, objects, joined, pending_imports, pending_adds, pending_updates,"
                        + " pending_deletes) values (?, 0, 0, 0, 0, 0, 0)",
                parameters -> parameters.put(number));
        return keepType(number, owner, name);
    }

    private void learn(StoredType type, AttributeDefinition definition) {
        StoredAttribute known = type.attribute(definition.name());
        if (known == null) {
            add(type, StoredAttribute.first(type.nextNumber(), definition));
        } else if (!known.definition().equals(definition)) {
            change(type, known.with(definition));
        }
    }

    private void add(StoredType type, StoredAttribute attribute) {
        AttributeDefinition definition = attribute.definition();
        session.update("types",
                "insert into object_attribute (type_id, id, name, value_type, multi_valued, is_indexed, is_sensitive, in_rows)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                parameters -> parameters.put(type.number())
                        .put(attribute.number())
                        .put(definition.name())
                        .put(definition.type().name())
                        .put(definition.multiValued())
                        .put(definition.indexed())
                        .put(definition.sensitive())
                        .put(attribute.inRows()));
        type.keep(attribute);
    }

    private void change(StoredType type, StoredAttribute attribute) {
        AttributeDefinition definition = attribute.definition();
        session.update("types",
                "update object_attribute set value_type = ?, multi_valued = ?, is_indexed = ?, is_sensitive = ?"
                        + " where type_id = ? and id = ?",
                parameters -> parameters.put(definition.type().name())
                        .put(definition.multiValued())
                        .put(definition.indexed())
                        .put(definition.sensitive())
                        .put(type.number())
                        .put(attribute.number()));
        type.keep(attribute);
    }
}
