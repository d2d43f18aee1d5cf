package org.syncline.dsl.expression;

import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;

/** A part of an expression that results in a text. */
@FunctionalInterface
interface TextTerm extends Term {
    @Override
    default Shape shape() {
        return Shape.TEXT;
    }

    @Override
    String text(Evaluation evaluation);

    @Override
    default Content content(Evaluation evaluation) {
        String text = text(evaluation);
        return text == null ? Absence.NULL : new TextValue(text);
    }
}
