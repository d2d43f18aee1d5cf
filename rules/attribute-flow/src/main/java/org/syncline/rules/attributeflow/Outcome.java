package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.AttributeFlows.WhenEmpty;

/** What the flows of an account lead to besides the values it is to hold; collected attribute by attribute. */
final class Outcome {
    private final List<Wanted.Owed> owed = new ArrayList<>();
    private final List<String> retained = new ArrayList<>();
    private WhenEmpty empty;

    void owes(String attribute, List<Long> identities) {
        identities.forEach(identity -> owed.add(new Wanted.Owed(attribute, identity)));
    }

    void retains(String attribute) {
        retained.add(attribute);
    }

    void isEmpty(WhenEmpty consequence) {
        empty = consequence;
    }

    List<Wanted.Owed> owed() {
        return owed;
    }

    List<String> retained() {
        return retained;
    }

    WhenEmpty empty() {
        return empty;
    }
}
