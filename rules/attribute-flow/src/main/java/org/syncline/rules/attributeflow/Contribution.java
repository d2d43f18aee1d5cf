package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.schema.identity.Value;

/** What one flow says about one attribute of an identity. */
sealed interface Contribution {

    /** These values, at least one. */
    record Brings(List<Value> values) implements Contribution {}

    /** Nothing: the next one is asked. The outcome is the trace's word for why. */
    record Nothing(String outcome) implements Contribution {}

    /** Clear the attribute and ask nobody. */
    record Clears() implements Contribution {}

    /** Leave what is there. */
    record Leaves() implements Contribution {}

    /** The flow failed. */
    record Fails(FlowProblem problem) implements Contribution {}
}
