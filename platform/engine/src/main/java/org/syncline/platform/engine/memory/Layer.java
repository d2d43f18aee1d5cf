package org.syncline.platform.engine.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.syncline.schema.identity.ContentHash;

/** What is otherwise than a store has it, few enough to be looked through: the rest is read from there. */
final class Layer<T> {
    private final ToLongFunction<T> id;
    private final Map<Long, T> present = new TreeMap<>();
    private final Set<Long> changed = new TreeSet<>();
    private final Map<Long, Set<ContentHash>> keys = new HashMap<>();

    Layer(ToLongFunction<T> id) {
        this.id = id;
    }

    /** Whether the store below is not to be asked for it. */
    boolean covers(long number) {
        return changed.contains(number);
    }

    Set<Long> covered() {
        return Set.copyOf(changed);
    }

    Stream<T> present() {
        return present.values().stream();
    }

    /**
     * Takes a change.
     *
     * @param after null for what goes
     * @param keysBelow the keys under which the store has it; of no concern if it is covered already
     */
    void put(long number, T after, Set<ContentHash> keysBelow, Set<ContentHash> removed, Set<ContentHash> added) {
        Set<ContentHash> now = new HashSet<>(changed.contains(number) ? keys.get(number) : keysBelow);
        now.removeAll(removed);
        now.addAll(added);
        keys.put(number, now);
        changed.add(number);
        if (after == null) {
            present.remove(number);
        } else {
            present.put(number, after);
        }
    }

    /** What is there of these numbers, ascending. */
    List<T> load(Collection<Long> numbers, Function<List<Long>, List<T>> below) {
        List<Long> uncovered = numbers.stream().filter(number -> !covers(number)).toList();
        List<T> found = new ArrayList<>(uncovered.isEmpty() ? List.of() : below.apply(uncovered));
        numbers.stream().distinct().filter(present::containsKey).map(present::get).forEach(found::add);
        found.sort(Comparator.comparingLong(id));
        return found;
    }

    /** Numbers under keys: those found below that are not covered, and the covered ones. */
    Map<ContentHash, List<Long>> find(Collection<ContentHash> wanted, Map<ContentHash, List<Long>> below) {
        Map<ContentHash, List<Long>> found = new HashMap<>();
        for (ContentHash key : wanted) {
            Set<Long> numbers = new TreeSet<>(below.getOrDefault(key, List.of()));
            numbers.removeAll(changed);
            keys.forEach((number, under) -> {
                if (under.contains(key)) {
                    numbers.add(number);
                }
            });
            if (!numbers.isEmpty()) {
                found.put(key, List.copyOf(numbers));
            }
        }
        return found;
    }

    Map<Long, Set<ContentHash>> keysOf(
            Collection<Long> numbers, Function<List<Long>, Map<Long, Set<ContentHash>>> below) {
        List<Long> uncovered = numbers.stream().filter(number -> !covers(number)).toList();
        Map<Long, Set<ContentHash>> found = new HashMap<>(uncovered.isEmpty() ? Map.of() : below.apply(uncovered));
        numbers.stream().filter(number -> covers(number) && !keys.get(number).isEmpty())
                .forEach(number -> found.put(number, Set.copyOf(keys.get(number))));
        return found;
    }
}
