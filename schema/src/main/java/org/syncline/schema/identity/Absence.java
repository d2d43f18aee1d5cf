package org.syncline.schema.identity;

import java.util.List;

/** Nothing, with what it asks for; the names are those of Entra Connect Sync. */
public enum Absence implements Content {
    /** Nothing here: the next contributor is asked. An attribute without a value holds this. */
    NULL,
    /** Clear the attribute and ask nobody else. */
    AUTHORITATIVE_NULL,
    /** Leave what is there. */
    IGNORE_THIS_FLOW;

    @Override
    public List<Value> asList() {
        return List.of();
    }
}
