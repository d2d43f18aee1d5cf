package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ContractTypes;
import org.syncline.connectors.testkit.DirectoryValues;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Partitions;

/** A domain controller under the contract; what others do to it goes through the library alone. */
final class ActiveDirectoryContractSystem implements ConnectedSystem {
    private static final ObjectTypeSettings PERSON = ContractTypes.person("user", "objectGUID", Map.of(
            ContractTypes.KEY, "cn", ContractTypes.NAME, "sn", ContractTypes.NOTE, "comment", ContractTypes.COUNT,
            "employeeNumber", ContractTypes.FLAG, "employeeType", ContractTypes.SINCE, "departmentNumber",
            ContractTypes.PHOTO, "jpegPhoto", ContractTypes.TAGS, "carLicense", ContractTypes.MANAGER, "manager"));
    private static final ObjectTypeSettings GROUP = ContractTypes.group("group", "objectGUID",
            Map.of(ContractTypes.KEY, "cn", ContractTypes.MEMBERS, "member"));

    private final Domain domain = Domain.open();
    private final ConnectorSettings settings;

    ActiveDirectoryContractSystem(Map<String, String> others) {
        this.settings = domain.settings(others);
        Stream.of("people", "groups", "elsewhere").forEach(unit -> domain.addUnit(domain.dn("OU=" + unit)));
    }

    @Override
    public ConnectorFactory factory() {
        return new ActiveDirectoryConnectorFactory();
    }

    @Override
    public ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return new ConnectorSettings(settings.connector(), settings.folder(), settings.values(), settings.secrets(),
                objectTypes, partitions);
    }

    @Override
    public ObjectTypeSettings person() {
        return PERSON;
    }

    @Override
    public ObjectTypeSettings group() {
        return GROUP;
    }

    private static ObjectTypeSettings settings(String objectType) {
        return objectType.equals(PERSON.type().name()) ? PERSON : GROUP;
    }

    @Override
    public void put(Attributes object) {
        ObjectTypeSettings type = settings(object.type().name());
        List<SearchResultEntry> there = entries(object.type().name(), object.text(ContractTypes.KEY));
        List<Attribute> wanted = type.attributes().stream()
                .filter(attribute -> !attribute.column().equals("cn"))
                .map(attribute -> new Attribute(attribute.column(), DirectoryValues.bytes(object, attribute)))
                .toList();
        if (there.isEmpty()) {
            domain.add(object.dn(), Stream.concat(Stream.of(new Attribute("objectClass", object.type().name())),
                    wanted.stream().filter(Attribute::hasValue)).toArray(Attribute[]::new));
        } else {
            domain.modify(there.getFirst().getDN(), wanted.stream()
                    .map(attribute -> new Modification(ModificationType.REPLACE, attribute.getName(),
                            attribute.getRawValues()))
                    .toArray(Modification[]::new));
        }
    }

    @Override
    public void remove(String objectType, String key) {
        entries(objectType, key).forEach(entry -> domain.delete(entry.getDN()));
    }

    @Override
    public List<Attributes> objects(String objectType) {
        return domain.search(Filter.createEqualityFilter("objectClass", objectType)).stream()
                .map(entry -> DirectoryValues.object(
                        settings(objectType), entry.getDN(), entry::getAttributeValueByteArrays))
                .toList();
    }

    private List<SearchResultEntry> entries(String objectType, String key) {
        return domain.search(Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", objectType), Filter.createEqualityFilter("cn", key)));
    }

    @Override
    public String dn(String objectType, String key) {
        return named(key, objectType.equals(PERSON.type().name()) ? "people" : "groups");
    }

    @Override
    public String dnElsewhere(String objectType, String key) {
        return named(key, "elsewhere");
    }

    private String named(String key, String unit) {
        return domain.dn("CN=" + DistinguishedName.escape(key) + ",OU=" + unit);
    }

    @Override
    public void close() {
        domain.close();
    }
}
