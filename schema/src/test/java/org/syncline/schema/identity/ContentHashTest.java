package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final ObjectType TYPE = ObjectType.ofConnectorSpace(
            "t",
            AttributeDefinition.single("a", AttributeType.STRING),
            AttributeDefinition.single("b", AttributeType.STRING),
            AttributeDefinition.multi("m", AttributeType.REFERENCE));

    private static ContentHash hash(String a, String b, Value... members) {
        return ContentHash.of(Attributes.builder(TYPE)
                .set("a", a)
                .set("b", b)
                .set("m", List.of(members))
                .build());
    }

    @Test
    void valuesOfOneAttributeHashAsASet() {
        Value ann = ReferenceValue.toDn("cn=ann,dc=x");
        Value bob = ReferenceValue.toDn("cn=bob,dc=x");

        assertEquals(hash("1", null, ann, bob), hash("1", null, bob, ann));
        assertNotEquals(hash("1", null, ann, bob), hash("1", null, ann));
    }

    @Test
    void aDnHashesWithoutRegardToItsSpelling() {
        assertEquals(
                hash("1", null, ReferenceValue.toDn("CN=Ann, DC=x")),
                hash("1", null, ReferenceValue.toDn("cn=ann,dc=x")));
    }

    @Test
    void aValueThatMovesToAnotherAttributeIsAChange() {
        assertNotEquals(hash("x", null), hash(null, "x"));
        assertNotEquals(hash("ab", "c"), hash("a", "bc"));
    }

    @Test
    void theSelectedSchemaIsPartOfTheHash() {
        ObjectType wider = ObjectType.ofConnectorSpace(
                "t",
                AttributeDefinition.single("a", AttributeType.STRING),
                AttributeDefinition.single("b", AttributeType.STRING),
                AttributeDefinition.multi("m", AttributeType.REFERENCE),
                AttributeDefinition.single("newly selected", AttributeType.STRING));

        assertNotEquals(
                ContentHash.of(Attributes.empty(TYPE)), ContentHash.of(Attributes.empty(wider)));
    }
}
