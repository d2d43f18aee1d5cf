package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Numbers by which rows are looked up: as the range from the least to the greatest where most of it is wanted, which costs a fraction;
 * else each for itself. A range also finds rows that nobody asked for.
 */
final class Sought {
    private static final int ROWS_A_NUMBER = 2;

    private final Set<Long> numbers;
    private final long least;
    private final long greatest;

    private Sought(Set<Long> numbers) {
        this.numbers = numbers;
        this.least = numbers.isEmpty() ? 0 : Collections.min(numbers);
        this.greatest = numbers.isEmpty() ? 0 : Collections.max(numbers);
    }

    static Sought of(Collection<Long> numbers) {
        return new Sought(Set.copyOf(numbers));
    }

    private boolean isRange() {
        return !numbers.isEmpty() && greatest - least < (long) ROWS_A_NUMBER * numbers.size();
    }

    boolean contains(long number) {
        return numbers.contains(number);
    }

    /**
     * What follows {@code from}.
     *
     * @param table and its alias
     */
    String in(String table, String column, Dialect dialect) {
        return isRange()
                ? table + " where " + column + " between ? and ?"
                : dialect.given("id") + " join " + table + " on " + column + " = given.id";
    }

    void fill(Parameters parameters) throws SQLException {
        if (isRange()) {
            parameters.put(least).put(greatest);
        } else {
            parameters.putAll(numbers);
        }
    }
}
