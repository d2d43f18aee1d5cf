package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.BINARY;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The functions over GUIDs and security identifiers. */
final class IdentifierFunctions {
    private IdentifierFunctions() {}

    static List<Function> functions() {
        Function sid = declare("StringFromSid", "Writes a security identifier as text.")
                .takes(each("sid", BINARY, "the bytes of the identifier"))
                .gives("A text; nothing for nothing.")
                .fails("when the bytes are no security identifier")
                .example("StringFromSid(CBin(\"AQUAAAAAAAUVAAAAFc1bB7FoPjrSBJZJUAQAAA==\"))",
                        "S-1-5-21-123456789-977168561-1234568402-1104")
                .as(ConversionFunctions.converting(Shape.TEXT, value -> new TextValue(Identifiers.sid(bytes(value)))));
        Function guid = declare("CGuid", "Reads a GUID from a text.")
                .takes(each("guid", STRING, "the GUID, in braces or not"))
                .gives("16 bytes, as Active Directory stores them; nothing for nothing.")
                .fails("when the text is no GUID")
                .example("CGuid(\"00112233-4455-6677-8899-aabbccddeeff\")", "MyIRAFVEd2aImaq7zN3u/w==")
                .as(ConversionFunctions.converting(
                        Shape.BINARY, value -> new BinaryValue(Identifiers.guid(Reading.text(value)))));
        return List.of(
                sid,
                Declaration.alias("ConvertSidToString", Origin.MIM, sid),
                declare("StringFromGuid", "Writes a binary GUID as text.")
                        .takes(each("guid", BINARY, "16 bytes, as Active Directory stores them"))
                        .gives("A text; nothing for nothing.")
                        .fails("when the value has not 16 bytes")
                        .example("StringFromGuid(CGuid(\"{00112233-4455-6677-8899-AABBCCDDEEFF}\"))",
                                "00112233-4455-6677-8899-aabbccddeeff")
                        .as(ConversionFunctions.converting(
                                Shape.TEXT, value -> new TextValue(Identifiers.guid(bytes(value))))),
                guid,
                Declaration.alias("ConvertStringToGuid", Origin.MIM, guid));
    }

    private static byte[] bytes(Value value) {
        if (value instanceof BinaryValue binary) {
            return binary.bytes();
        }
        throw new EvaluationException("'" + value.text() + "' is " + Naming.ofType(value.type()) + "; "
                + Naming.ofType(AttributeType.BINARY) + " is needed");
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.CONVERSION, name, purpose);
    }
}
