package org.syncline.connectors.sql;

import org.syncline.schema.identity.AttributeDefinition;

/**
 * An attribute of an object type in a column of its table.
 *
 * @param attribute index in the object type
 */
record Cell(int attribute, AttributeDefinition definition, ValueFormat format) {
    String name() {
        return definition.name();
    }

    /** What is wrong with a value. */
    String complaint(String shown, Misfit misfit) {
        String value = definition.sensitive() || shown == null ? "the value" : "'" + shown + "'";
        return "attribute '" + name() + "', column '" + format.column().name() + "': " + value + " is not "
                + misfit.getMessage();
    }
}
