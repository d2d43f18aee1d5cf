package org.syncline.platform.engine.memory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.syncline.platform.engine.run.ObjectError;

/** The errors that are not mended yet, in the order in which they were first raised. */
final class OpenErrors {
    private final Journal journal;
    private final Table<Long, ObjectError> errors;
    private final Table<String, Long> numbers;
    private long last;

    OpenErrors(Journal journal) {
        this.journal = journal;
        this.errors = Table.sorted(journal);
        this.numbers = Table.sorted(journal);
    }

    void raise(Collection<ObjectError> raised) {
        if (raised.isEmpty()) {
            return;
        }
        journal.tally().read("history.find-errors");
        Set<Long> added = new HashSet<>();
        Set<Long> updated = new HashSet<>();
        for (ObjectError error : raised) {
            Long open = numbers.get(key(error));
            if (open == null) {
                numbers.put(key(error), ++last);
                errors.put(last, error);
                added.add(last);
            } else {
                errors.put(open, again(errors.get(open), error));
                updated.add(open);
            }
        }
        updated.removeAll(added);
        journal.tally().wrote("history.insert-errors", added.size());
        journal.tally().wrote("history.update-errors", updated.size());
    }

    private static String key(ObjectError error) {
        String what = error.object() == 0 ? error.title() : "#" + error.object();
        return String.join("\0", error.origin().name(), error.connector(), error.code(), what);
    }

    private static ObjectError again(ObjectError open, ObjectError raised) {
        return new ObjectError(
                open.origin(),
                open.connector(),
                open.object(),
                raised.title(),
                open.code(),
                raised.message(),
                raised.rule(),
                open.firstSeen(),
                open.count() + 1);
    }

    void clear(Predicate<ObjectError> which) {
        List<Long> cleared = errors.keys().stream().filter(key -> which.test(errors.get(key))).toList();
        cleared.forEach(number -> numbers.remove(key(errors.remove(number))));
        journal.tally().wrote("history.clear-errors", cleared.size());
    }

    Stream<ObjectError> stream() {
        return errors.values().stream();
    }
}
