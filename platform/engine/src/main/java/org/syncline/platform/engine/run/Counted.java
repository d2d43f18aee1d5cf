package org.syncline.platform.engine.run;

import java.util.List;

/**
 * One object that a counter counted.
 *
 * @param connector the system the counter is about; outbound the target
 * @param object number of the connector-space object; 0 for a row that is none
 * @param title what it was called then
 * @param changes what was read or written of it; empty where the counter is about something else
 */
public record Counted(Counter counter, String connector, long object, String title, List<CountedChange> changes) {
    public Counted {
        changes = List.copyOf(changes);
    }

    public Counted(Counter counter, String connector, long object, String title) {
        this(counter, connector, object, title, List.of());
    }
}
