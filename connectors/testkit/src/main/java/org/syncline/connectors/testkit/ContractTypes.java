package org.syncline.connectors.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings.Rows;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** The persons and groups of the contract; a system maps their attributes to its own names and leaves out what it cannot hold. */
public final class ContractTypes {
    /** Text; unique in the object type. Where the system has names, the value of the first relative name. */
    public static final String KEY = "key";
    /** Text; always there. */
    public static final String NAME = "name";
    /** Text, long, optional. */
    public static final String NOTE = "note";

    public static final String COUNT = "count";
    public static final String FLAG = "flag";
    public static final String SINCE = "since";
    public static final String PHOTO = "photo";
    /** Texts. */
    public static final String TAGS = "tags";
    /** A reference to a person. */
    public static final String MANAGER = "manager";
    /** References to persons; a group always has one. */
    public static final String MEMBERS = "members";

    private static final List<AttributeDefinition> PERSON = List.of(
            AttributeDefinition.single(KEY, AttributeType.STRING),
            AttributeDefinition.single(NAME, AttributeType.STRING),
            AttributeDefinition.single(NOTE, AttributeType.STRING),
            AttributeDefinition.single(COUNT, AttributeType.INTEGER),
            AttributeDefinition.single(FLAG, AttributeType.BOOLEAN),
            AttributeDefinition.single(SINCE, AttributeType.DATE),
            AttributeDefinition.single(PHOTO, AttributeType.BINARY),
            AttributeDefinition.multi(TAGS, AttributeType.STRING),
            AttributeDefinition.single(MANAGER, AttributeType.REFERENCE));

    private static final List<AttributeDefinition> GROUP = List.of(
            AttributeDefinition.single(KEY, AttributeType.STRING),
            AttributeDefinition.multi(MEMBERS, AttributeType.REFERENCE));

    private ContractTypes() {}

    /**
     * Persons.
     *
     * @param type the system's name of the type
     * @param anchor the system's name of the attribute that is the anchor
     * @param columns the system's names by the contract's; what is missing, the system cannot hold. Key and name must be there
     */
    public static ObjectTypeSettings person(String type, String anchor, Map<String, String> columns) {
        return settings(type, anchor, columns, PERSON);
    }

    /** Groups, with key and members; the parameters are those of {@link #person}. */
    public static ObjectTypeSettings group(String type, String anchor, Map<String, String> columns) {
        return settings(type, anchor, columns, GROUP);
    }

    /** Every attribute of a person under its own name. */
    public static Map<String, String> personColumns() {
        return PERSON.stream().collect(Collectors.toMap(AttributeDefinition::name, AttributeDefinition::name));
    }

    private static ObjectTypeSettings settings(
            String type, String anchor, Map<String, String> columns, List<AttributeDefinition> all) {
        List<AttributeDefinition> held =
                all.stream().filter(attribute -> columns.containsKey(attribute.name())).toList();
        List<AttributeSettings> attributes = held.stream()
                .map(attribute -> new AttributeSettings(attribute.name(), columns.get(attribute.name()), null, null,
                        null))
                .toList();
        return new ObjectTypeSettings(
                ObjectType.ofConnectorSpace(type, held), List.of(anchor), attributes, Rows.SINGLE,
                ObjectTypeSettings.EVERY_ROW);
    }
}
