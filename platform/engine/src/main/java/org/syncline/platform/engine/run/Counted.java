package org.syncline.platform.engine.run;

import java.util.List;

/**
 * One object that a counter counted.
 *
 * @param connector the system the counter is about; outbound the target
 * @param object number of the connector-space object; 0 for a row that is none
 * @param title what it was called then
 * @param changes what was read or written of it, inbound of its identity; empty where the counter is about something else, and of all
 *     but the first new objects of a step
 */
public record Counted(Counter counter, String connector, long object, String title, List<CountedChange> changes) {
    public Counted {
        changes = List.copyOf(changes);
    }

    public Counted(Counter counter, String connector, long object, String title) {
        this(counter, connector, object, title, List.of());
    }

    Counted with(List<CountedChange> told) {
        return new Counted(counter, connector, object, title, told);
    }
}
