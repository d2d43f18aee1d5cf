package org.syncline.schema.identity;

import java.util.List;

/** One typed value. Equality is that of the value, not of its spelling. */
public sealed interface Value extends Content
        permits TextValue, IntegerValue, BooleanValue, BinaryValue, DateValue, ReferenceValue, GeneratedSecret {

    AttributeType type();

    /** The value as text: what is shown, and what joins compare. */
    String text();

    @Override
    default List<Value> asList() {
        return List.of(this);
    }

    @Override
    default int count() {
        return 1;
    }
}
