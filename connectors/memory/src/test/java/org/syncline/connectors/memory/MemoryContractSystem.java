package org.syncline.connectors.memory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ContractTypes;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Partitions;

/** A memory system under the contract: with names and generated anchors, or without names and the key as anchor. */
final class MemoryContractSystem implements ConnectedSystem {
    private static final String NAME = "contract";

    private final MemoryConnectorFactory factory = new MemoryConnectorFactory();
    private final boolean names;
    private final boolean mends;

    MemoryContractSystem(boolean names, boolean mends) {
        this.names = names;
        this.mends = mends;
        MemorySystem.forget(NAME);
    }

    @Override
    public ConnectorFactory factory() {
        return factory;
    }

    @Override
    public ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        Map<String, String> values =
                Map.of("system", NAME, "names", Boolean.toString(names), "mends-references", Boolean.toString(mends),
                        "tells-changes", Boolean.toString(names));
        return new ConnectorSettings("memory", Path.of("."), values, Map.of(), objectTypes, partitions);
    }

    @Override
    public ObjectTypeSettings person() {
        return ContractTypes.person("person", anchor(), ContractTypes.personColumns());
    }

    @Override
    public ObjectTypeSettings group() {
        return ContractTypes.group("group", anchor(),
                Map.of(ContractTypes.KEY, "key", ContractTypes.MEMBERS, "members"));
    }

    private String anchor() {
        return names ? "id" : ContractTypes.KEY;
    }

    @Override
    public void put(Attributes object) {
        if (names) {
            system().put(object);
        } else {
            system().put(new Anchor(object.text(ContractTypes.KEY)), object);
        }
    }

    @Override
    public void remove(String objectType, String key) {
        system().objects(objectType).stream()
                .filter(object -> key.equals(object.attributes().text(ContractTypes.KEY)))
                .forEach(object -> system().remove(objectType, object.anchor()));
    }

    @Override
    public List<Attributes> objects(String objectType) {
        return system().objects(objectType).stream().map(MemoryObject::attributes).toList();
    }

    private static MemorySystem system() {
        return MemorySystem.named(NAME);
    }

    @Override
    public String dn(String objectType, String key) {
        return names ? "cn=" + DistinguishedName.escape(key) + ",ou=" + objectType + ",dc=contoso,dc=com" : null;
    }

    @Override
    public String dnElsewhere(String objectType, String key) {
        return names ? "cn=" + DistinguishedName.escape(key) + ",ou=Elsewhere,dc=contoso,dc=com" : null;
    }

    @Override
    public void close() {
        MemorySystem.forget(NAME);
    }
}
