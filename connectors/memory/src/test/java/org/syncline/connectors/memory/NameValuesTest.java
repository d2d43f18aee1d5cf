package org.syncline.connectors.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Names that hold values, in a system that its maker keeps to himself. */
class NameValuesTest {
    private static final ObjectType PERSON = ObjectType.ofConnectorSpace(
            "person",
            AttributeDefinition.single("id", AttributeType.STRING),
            AttributeDefinition.single("uid", AttributeType.STRING),
            AttributeDefinition.multi("cn", AttributeType.STRING));

    private final MemorySystems systems = new MemorySystems();
    private final Connector connector = new MemoryConnectorFactory(systems).open(new ConnectorSettings(
            "people", Path.of("."), Map.of("names", "true", "names-hold-values", "true"), Map.of(),
            List.of(ObjectTypeSettings.of(PERSON, "id"))));

    private void add(Attributes.Builder person) {
        assertInstanceOf(ExportResult.Accepted.class,
                connector.export(List.of(new ExportOperation.Add(person.build()))).getFirst());
    }

    private void rename(String from, String to) {
        Delta.AttributeChange change =
                new Delta.AttributeChange(0, List.of(new TextValue(to)), List.of(new TextValue(from)));
        assertInstanceOf(ExportResult.Accepted.class,
                connector.export(List.of(new ExportOperation.Update("person", null, from, List.of(change), null)))
                        .getFirst());
    }

    private List<String> held(String dn, String attribute) {
        return systems.named("people").byDn("person", dn).orElseThrow().attributes().get(attribute).asList().stream()
                .map(Value::text)
                .toList();
    }

    @Test
    void aNewObjectHoldsWhatItIsCalled() {
        add(Attributes.builder(PERSON).set("dn", "uid=a\\,b+cn=Ann,ou=People").set("uid", "A,B"));
        assertEquals(List.of("A,B"), held("uid=a\\,b+cn=Ann,ou=People", "uid"));
        assertEquals(List.of("Ann"), held("uid=a\\,b+cn=Ann,ou=People", "cn"));
    }

    @Test
    void aRenamedOneHoldsItsNewNameAndWhatElseItHad() {
        add(Attributes.builder(PERSON).set("dn", "cn=Ann,ou=People").set("uid", "ann")
                .set("cn", List.of(new TextValue("Ann Lee"))));
        rename("cn=Ann,ou=People", "uid=lee,ou=People");
        assertEquals(List.of("lee"), held("uid=lee,ou=People", "uid"));
        assertEquals(List.of("Ann Lee"), held("uid=lee,ou=People", "cn"));
    }

    @Test
    void noOtherSystemOfThatNameIsTouched() {
        add(Attributes.builder(PERSON).set("dn", "uid=a,ou=People"));
        assertEquals(List.of(), MemorySystem.named("people").objects("person"));
        assertEquals(List.of(), new MemorySystems().named("people").objects("person"));
    }
}
