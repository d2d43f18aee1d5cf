package org.syncline.dsl.extension.drools;

import java.util.Map;
import org.syncline.dsl.extension.ObjectView;
import org.syncline.schema.identity.MetaverseObject;

/** One of several identities that an object may belong to. */
public final class Candidate {
    private final long number;
    private final Map<String, Object> identity;

    Candidate(MetaverseObject object) {
        this.number = object.id();
        this.identity = new ObjectView(object.attributes());
    }

    long number() {
        return number;
    }

    /** Its attributes. */
    public Map<String, Object> getIdentity() {
        return identity;
    }
}
