package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ContractTypes;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** A directory under the contract; what others do to it goes through the library alone. */
final class LdapContractSystem implements ConnectedSystem {
    private static final Map<String, String> PERSON = Map.of(
            ContractTypes.KEY, "cn", ContractTypes.NAME, "sn", ContractTypes.NOTE, "description",
            ContractTypes.COUNT, "employeeNumber", ContractTypes.FLAG, "employeeType", ContractTypes.SINCE,
            "departmentNumber", ContractTypes.PHOTO, "audio", ContractTypes.TAGS, "carLicense",
            ContractTypes.MANAGER, "manager");
    private static final Map<String, String> GROUP = Map.of(ContractTypes.KEY, "cn", ContractTypes.MEMBERS, "member");

    private final ConnectorFactory factory;
    private final ConnectorSettings settings;
    private final Directory backDoor;
    private final String base;
    private final Runnable afterChange;
    private final Runnable end;

    /**
     * A directory.
     *
     * @param backDoor to it
     * @param afterChange what follows a change through the back door
     * @param end what ends it
     */
    LdapContractSystem(ConnectorFactory factory, ConnectorSettings settings, Directory backDoor, Runnable afterChange,
            Runnable end) {
        this.factory = factory;
        this.settings = settings;
        this.base = settings.value("base").orElse(Servers.BASE);
        this.backDoor = backDoor;
        this.afterChange = afterChange;
        this.end = end;
        for (String container : List.of("people", "groups", "elsewhere")) {
            addContainer(container);
        }
        afterChange.run();
    }

    private void addContainer(String name) {
        String dn = "ou=" + name + "," + base;
        if (search(dn, SearchScope.BASE, Filter.createPresenceFilter("objectClass")).isEmpty()) {
            attempt(() -> backDoor.write(
                    new AddRequest(dn, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", name))));
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return factory.capabilities(settings);
    }

    @Override
    public Connector open(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return factory.open(new ConnectorSettings(settings.connector(), settings.folder(), settings.values(),
                settings.secrets(), objectTypes, partitions));
    }

    @Override
    public ObjectTypeSettings person() {
        return ContractTypes.person("inetOrgPerson", "entryUUID", PERSON);
    }

    @Override
    public ObjectTypeSettings group() {
        return ContractTypes.group("groupOfNames", "entryUUID", GROUP);
    }

    @Override
    public void put(Attributes object) {
        createOrChange(object);
        afterChange.run();
    }

    private void createOrChange(Attributes object) {
        List<SearchResultEntry> existing = entries(object.type().name(), object.text(ContractTypes.KEY));
        if (existing.isEmpty()) {
            List<Attribute> attributes = new ArrayList<>();
            attributes.add(new Attribute("objectClass", object.type().name()));
            settings(object.type().name()).attributes().stream()
                    .filter(attribute -> object.get(attribute.name()).isPresent())
                    .forEach(attribute -> attributes.add(new Attribute(attribute.column(), bytes(object, attribute))));
            attempt(() -> backDoor.write(new AddRequest(object.dn(), attributes)));
        } else {
            List<Modification> modifications = settings(object.type().name()).attributes().stream()
                    .filter(attribute -> !attribute.column().equals("cn"))
                    .map(attribute -> new Modification(ModificationType.REPLACE, attribute.column(),
                            bytes(object, attribute)))
                    .toList();
            attempt(() -> backDoor.write(new ModifyRequest(existing.getFirst().getDN(), modifications)));
        }
    }

    private static byte[][] bytes(Attributes object, AttributeSettings attribute) {
        return object.get(attribute.name()).asList().stream().map(LdapContractSystem::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(Value value) {
        return switch (value) {
            case BinaryValue binary -> binary.bytes();
            case BooleanValue truth -> (truth.isTrue() ? "TRUE" : "FALSE").getBytes(StandardCharsets.UTF_8);
            case DateValue date -> date.text().replaceAll("[-:T]", "").getBytes(StandardCharsets.UTF_8);
            default -> value.text().getBytes(StandardCharsets.UTF_8);
        };
    }

    @Override
    public void remove(String objectType, String key) {
        entries(objectType, key).forEach(entry -> attempt(() -> backDoor.write(new DeleteRequest(entry.getDN()))));
        afterChange.run();
    }

    @Override
    public List<Attributes> objects(String objectType) {
        return search(base, SearchScope.SUB, Filter.createEqualityFilter("objectClass", objectType)).stream()
                .map(entry -> object(settings(objectType), entry))
                .toList();
    }

    private static Attributes object(ObjectTypeSettings settings, Entry entry) {
        Attributes.Builder object = Attributes.builder(settings.type()).set("dn", entry.getDN());
        for (AttributeSettings attribute : settings.attributes()) {
            List<Value> values = new ArrayList<>();
            if (entry.hasAttribute(attribute.column())) {
                AttributeType type = settings.type().attribute(settings.type().index(attribute.name())).type();
                for (byte[] bytes : entry.getAttributeValueByteArrays(attribute.column())) {
                    values.add(value(type, bytes));
                }
            }
            object.set(attribute.name(), values);
        }
        return object.build();
    }

    private static Value value(AttributeType type, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (type) {
            case STRING -> new TextValue(text);
            case INTEGER -> new IntegerValue(Long.parseLong(text));
            case BOOLEAN -> BooleanValue.of(text.equals("TRUE"));
            case BINARY -> new BinaryValue(bytes);
            case DATE -> new DateValue(
                    Instant.parse(text.replaceFirst("(....)(..)(..)(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z")));
            case REFERENCE -> ReferenceValue.toDn(text);
        };
    }

    private ObjectTypeSettings settings(String objectType) {
        return objectType.equals("inetOrgPerson") ? person() : group();
    }

    private List<SearchResultEntry> entries(String objectType, String key) {
        Filter filter = Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", objectType), Filter.createEqualityFilter("cn", key));
        return search(base, SearchScope.SUB, filter);
    }

    private List<SearchResultEntry> search(String from, SearchScope scope, Filter filter) {
        try {
            return backDoor.search(new SearchRequest(from, scope, filter));
        } catch (LDAPException absent) {
            return List.of();
        }
    }

    /** What may fail. */
    private interface Attempt {
        void run() throws LDAPException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (LDAPException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public String dn(String objectType, String key) {
        String container = objectType.equals("inetOrgPerson") ? "people" : "groups";
        return "cn=" + DistinguishedName.escape(key) + ",ou=" + container + "," + base;
    }

    @Override
    public String dnElsewhere(String objectType, String key) {
        return "cn=" + DistinguishedName.escape(key) + ",ou=elsewhere," + base;
    }

    @Override
    public void close() {
        backDoor.close();
        end.run();
    }
}
