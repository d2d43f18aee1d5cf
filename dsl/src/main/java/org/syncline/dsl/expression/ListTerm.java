package org.syncline.dsl.expression;

import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** A part of an expression that results in several values; among them, until they are stored, the same value more than once. */
abstract class ListTerm extends Term {
    ListTerm(Shape each) {
        super(each.with(Shape.Count.MANY));
    }

    @Override
    abstract List<Value> list(Evaluation evaluation);

    @Override
    final Content content(Evaluation evaluation) {
        return Content.of(list(evaluation));
    }
}
