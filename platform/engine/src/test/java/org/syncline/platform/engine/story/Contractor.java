package org.syncline.platform.engine.story;

import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;

/** What the agency knows of a person whom it lends. */
record Contractor(String id, String first, String last, String department) {

    /** The key of the row at the agency. */
    String row() {
        return "lent-" + id;
    }

    Attributes attributes(ObjectType type) {
        return Attributes.builder(type)
                .set("row", row())
                .set("number", id)
                .set("first", first)
                .set("last", last)
                .set("department", department)
                .build();
    }
}
