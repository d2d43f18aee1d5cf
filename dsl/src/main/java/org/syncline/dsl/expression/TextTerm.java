package org.syncline.dsl.expression;

import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;

/** A part of an expression that results in a text. */
abstract class TextTerm extends Term {
    TextTerm() {
        super(Shape.TEXT);
    }

    @Override
    abstract String text(Evaluation evaluation);

    @Override
    final Content content(Evaluation evaluation) {
        String text = text(evaluation);
        return text == null ? Absence.NULL : new TextValue(text);
    }
}
