package org.syncline.connectors.ldap.entry;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Dates of Active Directory's large integers: steps of 100 nanoseconds since 1601 (MS-DTYP 2.3.3). Two numbers stand for no date: 0, and
 * the largest there is.
 */
public final class FileTime {
    private static final String EXPIRES = "accountexpires";
    private static final Set<String> ATTRIBUTES = Set.of(EXPIRES, "badpasswordtime", "lastlogoff", "lastlogon",
            "lastlogontimestamp", "lockouttime", "msds-userpasswordexpirytimecomputed", "pwdlastset");
    private static final long STEPS_A_SECOND = 10_000_000;
    private static final long NANOS_A_STEP = 100;
    private static final long SECONDS_BEFORE_1970 = 11_644_473_600L;
    private static final long LAST = steps(Instant.parse("9999-12-31T23:59:59.999999900Z"));

    private FileTime() {}

    /** Whether an attribute holds such dates. */
    public static boolean isOf(String attribute) {
        return ATTRIBUTES.contains(attribute.toLowerCase(Locale.ROOT));
    }

    /** Whether the number stands for no date. */
    static boolean isNone(long steps) {
        return steps == 0 || steps > LAST;
    }

    /** What stands for no date in an attribute: of an account that expires it is another than of the rest, though both are understood. */
    static long none(String attribute) {
        return attribute.equalsIgnoreCase(EXPIRES) ? Long.MAX_VALUE : 0;
    }

    static Instant date(long steps) {
        return Instant.ofEpochSecond(Math.floorDiv(steps, STEPS_A_SECOND) - SECONDS_BEFORE_1970,
                Math.floorMod(steps, STEPS_A_SECOND) * NANOS_A_STEP);
    }

    static long steps(Instant date) {
        return (date.getEpochSecond() + SECONDS_BEFORE_1970) * STEPS_A_SECOND + date.getNano() / NANOS_A_STEP;
    }
}
