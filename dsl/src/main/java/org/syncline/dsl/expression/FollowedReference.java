package org.syncline.dsl.expression;

import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ReferenceValue;

/** Reads an attribute of the identity that a reference of the source leads to. */
record FollowedReference(Shape shape, int reference, String attribute) implements Term {

    /** Nothing if the reference is absent or leads to no identity yet. */
    @Override
    public Content content(Evaluation evaluation) {
        return evaluation.source(reference) instanceof ReferenceValue value
                && value.form() == ReferenceValue.Form.IDENTITY
                        ? evaluation.ask(new Question.AttributeOf(value.identity(), attribute))
                        : Absence.NULL;
    }
}
