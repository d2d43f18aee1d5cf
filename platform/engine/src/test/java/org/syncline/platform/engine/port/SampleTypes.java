package org.syncline.platform.engine.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** The types of the contract's objects; a test can change them, as an administrator does. */
public final class SampleTypes implements TypeSource {
    public static final ObjectType ACCOUNT = ObjectType.ofConnectorSpace(
            "account",
            AttributeDefinition.single("name", AttributeType.STRING),
            AttributeDefinition.multi("mail", AttributeType.STRING),
            AttributeDefinition.single("age", AttributeType.INTEGER),
            AttributeDefinition.single("active", AttributeType.BOOLEAN),
            AttributeDefinition.single("photo", AttributeType.BINARY),
            AttributeDefinition.single("born", AttributeType.DATE),
            AttributeDefinition.single("manager", AttributeType.REFERENCE),
            AttributeDefinition.multi("member", AttributeType.REFERENCE));
    public static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("name", AttributeType.STRING),
            AttributeDefinition.multi("mail", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE),
            AttributeDefinition.multi("member", AttributeType.REFERENCE));

    private final Map<String, ObjectType> connected = new HashMap<>();
    private final Map<String, ObjectType> metaverse = new HashMap<>();
    private final Map<String, Target> targets = new HashMap<>();

    public SampleTypes() {
        connected.put("account", ACCOUNT);
        metaverse.put("person", PERSON);
        targets.put("manager", new Target("account", null));
        targets.put("member", new Target("account", "name"));
    }

    public void change(ObjectType account) {
        connected.put("account", account);
    }

    public void changeIdentities(ObjectType person) {
        metaverse.put("person", person);
    }

    public void forget() {
        connected.clear();
        metaverse.clear();
    }

    @Override
    public Optional<ObjectType> connectorSpace(String connector, String objectType) {
        return Optional.ofNullable(connected.get(objectType));
    }

    @Override
    public Optional<ObjectType> metaverse(String name) {
        return Optional.ofNullable(metaverse.get(name));
    }

    @Override
    public Target target(String connector, String objectType, String attribute) {
        return targets.getOrDefault(attribute, Target.ANY);
    }
}
