package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ContractTypes;
import org.syncline.connectors.testkit.DirectoryValues;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Partitions;

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
    public ConnectorFactory factory() {
        return factory;
    }

    @Override
    public ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return new ConnectorSettings(settings.connector(), settings.folder(), settings.values(), settings.secrets(),
                objectTypes, partitions);
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
                    .forEach(attribute -> attributes
                            .add(new Attribute(attribute.column(), DirectoryValues.bytes(object, attribute))));
            attempt(() -> backDoor.write(new AddRequest(object.dn(), attributes)));
        } else {
            List<Modification> modifications = settings(object.type().name()).attributes().stream()
                    .filter(attribute -> !attribute.column().equals("cn"))
                    .map(attribute -> new Modification(ModificationType.REPLACE, attribute.column(),
                            DirectoryValues.bytes(object, attribute)))
                    .toList();
            attempt(() -> backDoor.write(new ModifyRequest(existing.getFirst().getDN(), modifications)));
        }
    }

    @Override
    public void remove(String objectType, String key) {
        entries(objectType, key).forEach(entry -> attempt(() -> backDoor.write(new DeleteRequest(entry.getDN()))));
        afterChange.run();
    }

    @Override
    public List<Attributes> objects(String objectType) {
        return search(base, SearchScope.SUB, Filter.createEqualityFilter("objectClass", objectType)).stream()
                .map(entry -> DirectoryValues.object(
                        settings(objectType), entry.getDN(), entry::getAttributeValueByteArrays))
                .toList();
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
