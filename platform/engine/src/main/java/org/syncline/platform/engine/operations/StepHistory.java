package org.syncline.platform.engine.operations;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.Counter;

/** Drills down from the counters of a step to the objects they counted. */
public final class StepHistory {
    private final RunHistory history;

    public StepHistory(RunHistory history) {
        this.history = history;
    }

    public Optional<StepRecord> step(long step) {
        return history.step(step);
    }

    /**
     * The objects that were counted, page by page in the order in which they were.
     *
     * @param counter null for all
     * @param connector the target of outbound counters; null for all
     * @param limit how many at most
     * @return how many there were
     */
    public long counted(long step, Counter counter, String connector, long limit, Consumer<Counted> shown) {
        long count = 0;
        int number = 0;
        for (List<Counted> page = history.counted(step, number); !page.isEmpty() && count < limit; page =
                history.counted(step, ++number)) {
            List<Counted> matching = page.stream()
                    .filter(counted -> counter == null || counted.counter() == counter)
                    .filter(counted -> connector == null || counted.connector().equals(connector))
                    .limit(limit - count)
                    .toList();
            matching.forEach(shown);
            count += matching.size();
        }
        return count;
    }
}
