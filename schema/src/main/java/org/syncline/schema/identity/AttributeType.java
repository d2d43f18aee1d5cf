package org.syncline.schema.identity;

/** What kind of value an attribute holds. */
public enum AttributeType {
    STRING,
    INTEGER,
    BOOLEAN,
    BINARY,
    DATE,
    REFERENCE
}
