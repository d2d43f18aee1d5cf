package org.syncline.dsl.expression;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time at which something is decided; it remembers until when the mere passing of time can't change what was decided at it.
 * Rules of one object may be evaluated by several threads.
 */
public final class Present {
    private final Instant now;
    private final ZoneId zone;
    private Instant until;

    /** @param zone in which days begin */
    public Present(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** A present whose days begin in UTC. */
    public static Present at(Instant now) {
        return new Present(now, ZoneOffset.UTC);
    }

    public Instant now() {
        return now;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Notes that something may be decided otherwise from this instant on; null, and what is past, change nothing. */
    public synchronized void changesAt(Instant instant) {
        if (instant != null && instant.isAfter(now) && (until == null || instant.isBefore(until))) {
            until = instant;
        }
    }

    /** Notes that nobody can tell when something may be decided otherwise: it is asked again every day. */
    public void changesAtMidnight() {
        changesAt(now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** From when on the clock alone may change what was decided; null for never. */
    public synchronized Instant until() {
        return until;
    }
}
