package org.syncline.platform.engine.run;

import java.time.Instant;

/**
 * What went wrong with one object and is not mended yet.
 *
 * @param origin what was being done
 * @param connector the system concerned
 * @param object number of the connector-space object; 0 for a row that is none
 * @param title what the object is called: DN, anchor, or file and line
 * @param code by the names administrators search for, such as {@code ambiguous-join}
 * @param message what is wrong and what to do
 * @param rule name, file and line of the rule; null if no rule is concerned
 * @param firstSeen when it was first seen
 * @param count how often it was seen
 */
public record ObjectError(
        Origin origin,
        String connector,
        long object,
        String title,
        String code,
        String message,
        String rule,
        Instant firstSeen,
        int count) {

    /** What was being done. */
    public enum Origin {
        DISCOVERY,
        STAGING,
        SYNCHRONIZATION,
        EXPORT
    }
}
