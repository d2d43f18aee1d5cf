package org.syncline.platform.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Numbers by which rows are looked up: as the range from the least to the greatest where most of it is wanted, which costs a fraction;
 * else each for itself. A range also finds rows that nobody asked for.
 */
final class SoughtNumbers {
    private static final int ROWS_A_NUMBER = 2;

    private final Set<Long> numbers;
    private final long least;
    private final long greatest;

    private SoughtNumbers(Set<Long> numbers) {
        this.numbers = numbers;
        this.least = numbers.isEmpty() ? 0 : Collections.min(numbers);
        this.greatest = numbers.isEmpty() ? 0 : Collections.max(numbers);
    }

    static SoughtNumbers of(Collection<Long> numbers) {
        return new SoughtNumbers(Set.copyOf(numbers));
    }

    private boolean isRange() {
        return !numbers.isEmpty() && greatest - least < (long) ROWS_A_NUMBER * numbers.size();
    }

    boolean contains(long number) {
        return numbers.contains(number);
    }

    /**
     * The rows of a table, in any order, as a part of a statement that is counted already.
     *
     * @param table and its alias
     * @param column that holds the numbers
     */
    <T> List<T> read(
            Session session, Dialect dialect, String name, String columns, String table, String column,
            Reading<T> reading) {
        String select = "select " + columns + " from ";
        return isRange()
                ? session.more(name, select + table + " where " + column + " between ? and ?",
                        parameters -> parameters.put(least).put(greatest), reading)
                : session.moreOf(name, select + dialect.given("id") + " join " + table + " on " + column
                        + " = given.id", numbers.stream().sorted().toList(), Parameters::putAll, reading);
    }
}
