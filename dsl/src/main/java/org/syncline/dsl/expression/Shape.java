package org.syncline.dsl.expression;

import org.syncline.schema.identity.AttributeType;

/**
 * What is known of results before evaluation.
 *
 * @param type of each value; null if only evaluation can tell
 * @param count how many values there may be
 * @param nothing whether there is never a value: NULL, Error and their like, which go with every type
 */
record Shape(AttributeType type, Count count, boolean nothing) {

    /** How many values there may be. */
    enum Count {
        /** One at most. */
        ONE,
        /** Only evaluation can tell. */
        UNKNOWN,
        /** Any number, as a schema or a function says. */
        MANY
    }

    static final Shape UNKNOWN = new Shape(null, Count.UNKNOWN, false);
    static final Shape NOTHING = new Shape(null, Count.ONE, true);
    static final Shape TEXT = one(AttributeType.STRING);
    static final Shape INTEGER = one(AttributeType.INTEGER);
    static final Shape BOOLEAN = one(AttributeType.BOOLEAN);
    static final Shape DATE = one(AttributeType.DATE);
    static final Shape BINARY = one(AttributeType.BINARY);
    static final Shape REFERENCE = one(AttributeType.REFERENCE);

    static Shape one(AttributeType type) {
        return new Shape(type, Count.ONE, false);
    }

    Shape with(Count count) {
        return new Shape(type, count, nothing);
    }

    /** Whether there may be several values. */
    boolean many() {
        return count != Count.ONE;
    }

    /** Whether several values are expected, so that using it as one is a mistake. */
    boolean isMany() {
        return count == Count.MANY;
    }

    /** What is known if the result is one of this shape or one of the other. */
    Shape or(Shape other) {
        if (nothing) {
            return other;
        }
        return other.nothing ? this : new Shape(type == other.type ? type : null, either(count, other.count), false);
    }

    static Count either(Count one, Count other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
