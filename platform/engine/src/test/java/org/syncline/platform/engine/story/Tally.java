package org.syncline.platform.engine.story;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often which things happened. */
final class Tally {
    private final Map<Happening, Integer> times = new EnumMap<>(Happening.class);

    void count(Happening happening) {
        times.merge(happening, 1, Integer::sum);
    }

    void add(Tally other) {
        other.times.forEach((happening, more) -> times.merge(happening, more, Integer::sum));
    }

    /** What happened less often than that. */
    List<Happening> rarerThan(int least) {
        return Stream.of(Happening.values()).filter(happening -> times.getOrDefault(happening, 0) < least).toList();
    }

    @Override
    public String toString() {
        return times.toString();
    }
}
