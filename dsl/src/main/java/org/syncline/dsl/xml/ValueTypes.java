package org.syncline.dsl.xml;

import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.AttributeDefinition;

/** Checks that a value can be one of the attribute it is for. */
final class ValueTypes {
    private ValueTypes() {}

    /** @param value null if it didn't compile */
    static void check(SourceFile file, Locatable element, Expression value, Optional<AttributeDefinition> target) {
        if (value == null || value.type() == null || target.isEmpty()) {
            return;
        }
        AttributeDefinition attribute = target.get();
        if (value.type() != attribute.type()) {
            file.problem(element, attribute.name() + " is " + Literal.what(attribute.type()) + ", but the value is "
                    + Literal.what(value.type()), null);
        }
    }
}
