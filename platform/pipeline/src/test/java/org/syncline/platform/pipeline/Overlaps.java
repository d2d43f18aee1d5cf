package org.syncline.platform.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.run.StepRunner;

/** A runner that notes how many steps of one key were under way at a time. */
final class Overlaps implements StepRunner {
    final Map<String, Integer> most = new ConcurrentHashMap<>();
    private final Map<String, Integer> now = new ConcurrentHashMap<>();
    private final Function<StepRequest, String> key;

    Overlaps(Function<StepRequest, String> key) {
        this.key = key;
    }

    @Override
    public StepReport run(StepRequest request, PageLoop pages) {
        String lane = key.apply(request);
        most.merge(lane, now.merge(lane, 1, Integer::sum), Math::max);
        Thread.yield();
        now.merge(lane, -1, Integer::sum);
        return new StepReport(request, StepResult.SUCCESS, new Counters(), null, List.of(), Duration.ZERO);
    }
}
