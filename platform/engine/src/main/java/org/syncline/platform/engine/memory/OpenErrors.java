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
            Long open = numbers.get(error.key());
            if (open == null) {
                numbers.put(error.key(), ++last);
                errors.put(last, error);
                added.add(last);
            } else {
                errors.put(open, errors.get(open).again(error));
                updated.add(open);
            }
        }
        updated.removeAll(added);
        journal.tally().wrote("history.insert-errors", added.size());
        journal.tally().wrote("history.update-errors", updated.size());
    }

    void clear(Predicate<ObjectError> which) {
        List<Long> cleared = errors.keys().stream().filter(key -> which.test(errors.get(key))).toList();
        cleared.forEach(number -> numbers.remove(errors.remove(number).key()));
        journal.tally().wrote("history.clear-errors", cleared.size());
    }

    Stream<ObjectError> stream() {
        return errors.values().stream();
    }
}
