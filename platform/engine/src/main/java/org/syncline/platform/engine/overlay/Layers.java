package org.syncline.platform.engine.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;

/** Lays what is above over what is below: where both may answer, below counts only what is not covered. */
final class Layers {
    private Layers() {}

    /** Reads a page in ascending order of numbers. */
    @FunctionalInterface
    interface Pages<T> {
        List<T> read(long after, int limit);
    }

    /** A page of both. */
    static <T> List<T> page(
            Pages<T> below, Pages<T> above, LongPredicate covered, ToLongFunction<T> number, long after, int limit) {
        List<T> page = new ArrayList<>();
        long from = after;
        while (page.size() < limit) {
            int wanted = limit - page.size();
            List<T> more = below.read(from, wanted);
            more.stream().filter(one -> !covered.test(number.applyAsLong(one))).forEach(page::add);
            if (more.size() < wanted) {
                break;
            }
            from = number.applyAsLong(more.getLast());
        }
        List<T> both = merged(page, above.read(after, limit), number);
        return both.size() <= limit ? both : List.copyOf(both.subList(0, limit));
    }

    static List<Long> page(Pages<Long> below, Pages<Long> above, LongPredicate covered, long after, int limit) {
        return page(below, above, covered, Long::longValue, after, limit);
    }

    /** Both in ascending order of numbers. */
    static <T> List<T> merged(List<T> below, List<T> above, ToLongFunction<T> number) {
        if (above.isEmpty()) {
            return below;
        }
        List<T> both = new ArrayList<>(below);
        both.addAll(above);
        both.sort(Comparator.comparingLong(number));
        return both;
    }

    /** What has these numbers: each of both is asked for its own. */
    static <T> List<T> having(
            Collection<Long> numbers, LongPredicate isAbove, Function<List<Long>, List<T>> below,
            Function<List<Long>, List<T>> above, ToLongFunction<T> number) {
        return merged(below.apply(those(numbers, isAbove.negate())), above.apply(those(numbers, isAbove)), number);
    }

    /** What belongs to each of these numbers: each of both is asked for its own. */
    static <T> Map<Long, T> ofEach(
            Collection<Long> numbers, LongPredicate isAbove, Function<List<Long>, Map<Long, T>> below,
            Function<List<Long>, Map<Long, T>> above) {
        Map<Long, T> both = new HashMap<>(below.apply(those(numbers, isAbove.negate())));
        both.putAll(above.apply(those(numbers, isAbove)));
        return both;
    }

    private static List<Long> those(Collection<Long> numbers, LongPredicate wanted) {
        return numbers.stream().filter(wanted::test).toList();
    }

    /** What both have under their keys. */
    static <K, T> Map<K, List<T>> found(
            Map<K, List<T>> below, Map<K, List<T>> above, LongPredicate covered, ToLongFunction<T> number) {
        Map<K, List<T>> found = new HashMap<>();
        below.forEach((key, all) -> {
            List<T> rest = all.stream().filter(one -> !covered.test(number.applyAsLong(one))).toList();
            if (!rest.isEmpty()) {
                found.put(key, rest);
            }
        });
        above.forEach((key, more) -> found.merge(key, more, (some, others) -> merged(some, others, number)));
        return found;
    }
}
