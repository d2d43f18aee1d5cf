package org.syncline.platform.app.company;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * From when to when somebody is employed.
 *
 * @param status {@code active}, {@code leave}, {@code left} or {@code planned}
 * @param ended the last day; null if none is known
 */
public record Employment(String status, LocalDate hired, LocalDate ended) {
    private static final long FIRST_DAY = LocalDate.of(1994, 1, 3).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(2026, 6, 30).toEpochDay();
    /** Far enough away that planned people are still planned whenever this is read. */
    private static final long FAR_AWAY = LocalDate.of(2099, 1, 1).toEpochDay();

    static Employment ofLeader(RandomGenerator random) {
        return new Employment("active", LocalDate.ofEpochDay(random.nextLong(FIRST_DAY, LAST_DAY)), null);
    }

    static Employment any(RandomGenerator random) {
        long hired = random.nextLong(FIRST_DAY, LAST_DAY);
        int draw = random.nextInt(1000);
        if (draw < 15) {
            return new Employment("planned", farAway(random), null);
        }
        if (draw < 55) {
            LocalDate last = LocalDate.ofEpochDay(random.nextLong(hired, LAST_DAY + 1));
            return new Employment("left", LocalDate.ofEpochDay(hired), last);
        }
        LocalDate end = draw < 105 ? farAway(random) : null;
        return new Employment(draw % 50 == 0 ? "leave" : "active", LocalDate.ofEpochDay(hired), end);
    }

    private static LocalDate farAway(RandomGenerator random) {
        return LocalDate.ofEpochDay(FAR_AWAY + random.nextInt(365));
    }
}
