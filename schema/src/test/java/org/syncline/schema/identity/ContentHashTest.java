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

    /** Hashes are stored: another one for the same content would make everything look changed once. */
    @Test
    void theSameContentHashesAsItAlwaysDid() {
        Value ann = ReferenceValue.toDn("cn=ann,dc=x");
        Value bob = ReferenceValue.toDn("cn=bob,dc=x");
        assertEquals(new ContentHash(-6663402011926233449L, 2674475120698181836L), hash("Zoë", null, ann, bob));
        assertEquals(new ContentHash(7021283978735304749L, -426786070771195159L), hash("x".repeat(9_000), "2", ann));
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
