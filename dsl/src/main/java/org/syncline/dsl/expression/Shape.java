package org.syncline.dsl.expression;

import org.syncline.schema.identity.AttributeType;

/**
 * What is known of results before evaluation.
 *
 * @param type of each value; null if only evaluation can tell
 * @param many whether there may be several values
 * @param nothing whether there is never a value: NULL, Error and their like, which go with every type
 * @param undeclared whether there may be several only because nobody declared the names it reads; only evaluation can tell
 */
record Shape(AttributeType type, boolean many, boolean nothing, boolean undeclared) {
    static final Shape UNKNOWN = new Shape(null, true, false, true);
    static final Shape NOTHING = new Shape(null, false, true);
    static final Shape TEXT = one(AttributeType.STRING);
    static final Shape INTEGER = one(AttributeType.INTEGER);
    static final Shape BOOLEAN = one(AttributeType.BOOLEAN);
    static final Shape DATE = one(AttributeType.DATE);
    static final Shape BINARY = one(AttributeType.BINARY);
    static final Shape REFERENCE = one(AttributeType.REFERENCE);

    Shape(AttributeType type, boolean many, boolean nothing) {
        this(type, many, nothing, false);
    }

    static Shape one(AttributeType type) {
        return new Shape(type, false, false);
    }

    Shape single() {
        return new Shape(type, false, nothing);
    }

    Shape several() {
        return new Shape(type, true, nothing);
    }

    /** Several values if the names it reads turn out to have several. */
    Shape perhapsSeveral() {
        return new Shape(type, true, nothing, true);
    }

    /** Whether several values are to be expected, so that whoever takes only one is mistaken. */
    boolean isDeclaredMany() {
        return many && !undeclared && type != null;
    }

    /** Whether the type of its values shows only at evaluation. */
    boolean isUntyped() {
        return type == null && !nothing;
    }

    /** What is known if the result is one of this shape or one of the other. */
    Shape or(Shape other) {
        if (nothing) {
            return other;
        }
        if (other.nothing) {
            return this;
        }
        boolean perhaps = many == undeclared && other.many == other.undeclared && (many || other.many);
        return new Shape(type == other.type ? type : null, many || other.many, false, perhaps);
    }
}
