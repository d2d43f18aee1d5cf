package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.dsl.ruleset.AttributeFlows.WhenEmpty;
import org.syncline.schema.identity.Attributes;

/**
 * What a system should hold of an account.
 *
 * @param attributes all of them: what flows, over what is there
 * @param owed references whose target has no account in the system yet
 * @param retained attributes that keep a reference although none flows to them
 * @param empty what is to be done since a flow left its attribute without a value and says so; null for nothing
 */
public record Wanted(
        Attributes attributes,
        List<Owed> owed,
        List<String> retained,
        WhenEmpty empty,
        List<FlowFailure> failures,
        List<FlowTrace> trace) {
    public Wanted {
        owed = List.copyOf(owed);
        retained = List.copyOf(retained);
        failures = List.copyOf(failures);
        trace = List.copyOf(trace);
    }

    /** @param identity number of the identity that has no account yet */
    public record Owed(String attribute, long identity) {}
}
