package org.syncline.dsl.xml;

import java.util.Locale;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** Reports values that can never be one of the attribute they are for, whatever they are. */
final class ValueTypes {
    private ValueTypes() {}

    /** For an attribute of the metaverse. */
    static void checkImported(
            SourceFile file, Locatable element, Expression value, Optional<AttributeDefinition> target) {
        check(file, element, value, target, false);
    }

    /** For an attribute of a connected system, where a text may name what a reference leads to. */
    static void checkExported(
            SourceFile file, Locatable element, Expression value, Optional<AttributeDefinition> target) {
        check(file, element, value, target, true);
    }

    private static void check(
            SourceFile file, Locatable element, Expression value, Optional<AttributeDefinition> target,
            boolean textsRefer) {
        if (value == null || value.type() == null || target.isEmpty()) {
            return;
        }
        AttributeDefinition attribute = target.get();
        if (!becomes(attribute.type(), value.type(), textsRefer)) {
            file.problem(element, attribute.name() + " is " + Literal.what(attribute.type()) + ", but the value is "
                    + Literal.what(value.type()),
                    "let another value flow, or declare the attribute with type=\""
                            + value.type().name().toLowerCase(Locale.ROOT) + "\"");
        }
    }

    /** Whether some values of a type have an equal of another; which of them is seen when they flow. */
    private static boolean becomes(AttributeType wanted, AttributeType given, boolean textsRefer) {
        return wanted == given || switch (wanted) {
            case STRING -> given != AttributeType.BINARY;
            case INTEGER, BOOLEAN, DATE -> given == AttributeType.STRING;
            case BINARY -> false;
            case REFERENCE -> textsRefer && given == AttributeType.STRING;
        };
    }
}
