package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private static final ObjectType TYPE = ObjectType.ofConnectorSpace(
            "t", AttributeDefinition.single("a", AttributeType.STRING),
            AttributeDefinition.multi("m", AttributeType.STRING));

    @Test
    void repeatedValuesAreHeldOnceAndComparedAsASet() {
        Value x = new TextValue("x");
        Value y = new TextValue("y");

        Content several = Content.of(List.of(x, y, x));

        assertEquals(List.of(x, y), several.asList());
        assertEquals(Content.of(List.of(y, x)), several);
        assertEquals(Content.of(List.of(y, x)).hashCode(), several.hashCode());
        assertSame(x, Content.of(List.of(x, x)));
    }

    @Test
    void anEmptyAttributeHoldsNothingWhateverWasSet() {
        Attributes attributes = Attributes.builder(TYPE).set("a", Absence.AUTHORITATIVE_NULL).build();

        assertSame(Absence.NULL, attributes.get("a"));
        assertEquals(Attributes.empty(TYPE), attributes);
    }

    @Test
    void theDnIsTheFirstAttributeOfAConnectorSpaceTypeAndOfNoOther() {
        ObjectType metaverse = ObjectType.ofMetaverse("p", AttributeDefinition.single("name", AttributeType.STRING));

        assertEquals("cn=a", Attributes.builder(TYPE).set("dn", "cn=a").build().dn());
        assertNull(Attributes.builder(metaverse).set("name", "cn=a").build().dn());
    }

    @Test
    void contentsSurviveAChangeOfTheirType() {
        ObjectType changed = ObjectType.ofConnectorSpace(
                "t", AttributeDefinition.single("new", AttributeType.STRING),
                AttributeDefinition.single("a", AttributeType.STRING));

        Attributes moved = Attributes.builder(TYPE).set("a", "1").set("m", "2").build().as(changed);

        assertEquals("1", moved.text("a"));
        assertNull(moved.text("new"));
    }

    @Test
    void anUnknownAttributeIsRefusedByName() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Attributes.empty(TYPE).get("b"));

        assertEquals("Object type 't' has no attribute 'b'", refusal.getMessage());
    }

    @Test
    void anAnchorOfSeveralAttributesIsUnambiguous() {
        assertEquals("a\\|b|c", Anchor.of(List.of("a|b", "c")).text());
        assertEquals("a|b\\|c", Anchor.of(List.of("a", "b|c")).text());
        assertEquals("a|b", Anchor.of(List.of("a|b")).text());
    }
}
