package org.syncline.dsl.xml;

import java.util.List;
import java.util.TreeSet;
import org.syncline.dsl.ruleset.RuleLocation;

/** Collects the problems of one folder; what is found twice is said once. */
final class Problems {
    private final TreeSet<Problem> found = new TreeSet<>();
    private final TreeSet<Warning> warnings = new TreeSet<>();

    void add(RuleLocation place, String message, String suggestion) {
        add(new Problem(place.file(), place.line(), place.column(), message, suggestion));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    void warn(Warning warning) {
        warnings.add(warning);
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }
}
