package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.schema.identity.MetaverseObject;

/**
 * The result of electing the values of an identity.
 *
 * @param identity with the elected values and their lineage; the same instance as before if nothing changed
 */
public record Election(MetaverseObject identity, List<FlowFailure> failures, List<FlowTrace> trace) {
    public Election {
        failures = List.copyOf(failures);
        trace = List.copyOf(trace);
    }
}
