package org.syncline.dsl.extension.drools;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules that are not fired any more because they did not come to an end, until their file changes or the process ends. */
final class Quarantine {
    private record Held(String file, String text, String rule) {}

    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final Set<Held> conditions = ConcurrentHashMap.newKeySet();

    boolean isEmpty() {
        return held.isEmpty();
    }

    boolean holds(CompiledRule rule) {
        return held.contains(of(rule));
    }

    /** Whether it is the condition that did not come to an end: not even that may be looked at. */
    boolean holdsCondition(CompiledRule rule) {
        return !conditions.isEmpty() && conditions.contains(of(rule));
    }

    void add(CompiledRule rule) {
        held.add(of(rule));
    }

    void addCondition(CompiledRule rule) {
        add(rule);
        conditions.add(of(rule));
    }

    private static Held of(CompiledRule rule) {
        return new Held(rule.location().file(), rule.text().text(), rule.name());
    }
}
