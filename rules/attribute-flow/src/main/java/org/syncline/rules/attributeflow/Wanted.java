package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.schema.identity.Attributes;

/**
 * What a system should hold of an account.
 *
 * @param attributes all of them: what flows, over what is there
 * @param owed references whose target has no account in the system yet
 */
public record Wanted(Attributes attributes, List<Owed> owed, List<FlowFailure> failures, List<FlowTrace> trace) {
    public Wanted {
        owed = List.copyOf(owed);
        failures = List.copyOf(failures);
        trace = List.copyOf(trace);
    }

    /** @param identity number of the identity that has no account yet */
    public record Owed(String attribute, long identity) {}
}
