package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/**
 * A compiled part of an expression.
 *
 * <p>Its surroundings ask for the kind of result they need, so that what lies between reading and result is neither wrapped nor
 * looked up. Immutable; what an evaluation needs to remember is in the {@link Evaluation}.
 *
 * <p>Terms are lambdas and records, and hold other terms in fields, not in arrays or lists: the JVM trusts these fields never to change,
 * and so compiles a whole tree as one piece ({@link Root}).
 */
interface Term {
    /** No number: what {@link #integer} gives for nothing. The one number of 64 bits that expressions cannot use. */
    long ABSENT = -9_187_201_950_435_737_473L;

    Shape shape();

    /** The result as it is stored. */
    Content content(Evaluation evaluation);

    /** The values in their order, repeated ones too. */
    default List<Value> list(Evaluation evaluation) {
        return content(evaluation).asList();
    }

    /** The text; null for nothing. */
    default String text(Evaluation evaluation) {
        return Reading.text(content(evaluation));
    }

    /** The number; {@link #ABSENT} for nothing. */
    default long integer(Evaluation evaluation) {
        return Reading.integer(content(evaluation));
    }

    /** Whether it is True; nothing is not. */
    default boolean truth(Evaluation evaluation) {
        return Reading.truth(content(evaluation));
    }

    /** The date; null for nothing. */
    default Instant date(Evaluation evaluation) {
        return Reading.date(content(evaluation));
    }
}
