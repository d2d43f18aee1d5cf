package org.syncline.dsl.expression;

import org.syncline.schema.identity.Content;

/** What is known beyond the object at hand. */
@FunctionalInterface
public interface Answers {
    Answers NONE = question -> null;

    /** The answer, or null if it is not known yet. */
    Content to(Question question);
}
