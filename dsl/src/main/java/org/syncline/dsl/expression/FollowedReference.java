package org.syncline.dsl.expression;

import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ReferenceValue;

/** Reads an attribute of the identity that a reference of the source leads to. */
final class FollowedReference extends Term {
    private final int reference;
    private final String attribute;

    FollowedReference(Shape shape, int reference, String attribute) {
        super(shape);
        this.reference = reference;
        this.attribute = attribute;
    }

    /** Nothing if the reference is absent or leads to no identity yet. */
    @Override
    Content content(Evaluation evaluation) {
        return evaluation.source(reference) instanceof ReferenceValue value
                && value.form() == ReferenceValue.Form.IDENTITY
                        ? evaluation.ask(new Question.AttributeOf(value.identity(), attribute))
                        : Absence.NULL;
    }
}
