package org.syncline.platform.engine.run;

/** How many objects of a step may have errors. */
public record ErrorLimit(int most) {

    /** @throws TooManyErrors if more have */
    public void check(Counters counters) {
        long failures = counters.of(Counter.STAGE_FAILURE)
                + counters.of(Counter.FLOW_FAILURE)
                + counters.of(Counter.OUTBOUND_FAILURE)
                + counters.of(Counter.EXPORT_FAILURE);
        if (failures > most) {
            throw new TooManyErrors(failures, most);
        }
    }
}
