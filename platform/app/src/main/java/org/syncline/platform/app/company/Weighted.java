package org.syncline.platform.app.company;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Things of which some are picked more often than others. */
final class Weighted<T> {
    private final List<T> drawn = new ArrayList<>();

    Weighted(List<T> things, ToIntFunction<T> weight) {
        for (T thing : things) {
            for (int times = weight.applyAsInt(thing); times > 0; times--) {
                drawn.add(thing);
            }
        }
    }

    T pick(RandomGenerator random) {
        return drawn.get(random.nextInt(drawn.size()));
    }
}
