package org.syncline.platform.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.run.Counter;

/**
 * Keeps cycles without anything to do from flooding the history: of steps that follow each other, did nothing and ended alike, it keeps
 * the first and the last, which say since when and until when that was so.
 */
final class QuietSteps {
    /** More than the steps of some cycles: what is older was looked at when it was new. */
    private static final int LATEST = 200;

    private final RunHistory history;

    QuietSteps(RunHistory history) {
        this.history = history;
    }

    /** Steps of one kind, so that the one before a step is the one that did the same. */
    private record Kind(String connector, String step, String profile) {
        static Kind of(StepRecord step) {
            return new Kind(step.connector(), step.step(), step.profile());
        }
    }

    void forget() {
        Map<Kind, List<StepRecord>> kinds = new HashMap<>();
        history.steps(LATEST)
                .forEach(step -> kinds.computeIfAbsent(Kind.of(step), kind -> new ArrayList<>()).add(step));
        List<Long> needless = kinds.values().stream().flatMap(steps -> needless(steps).stream()).sorted().toList();
        if (!needless.isEmpty()) {
            history.forgetSteps(needless);
        }
    }

    private static List<Long> needless(List<StepRecord> steps) {
        List<Long> needless = new ArrayList<>();
        for (int at = 1; at < steps.size() - 1; at++) {
            StepRecord step = steps.get(at);
            if (isQuiet(step) && isAlike(step, steps.get(at - 1)) && isAlike(step, steps.get(at + 1))) {
                needless.add(step.id());
            }
        }
        return needless;
    }

    private static boolean isAlike(StepRecord step, StepRecord other) {
        return isQuiet(other)
                && step.result() == other.result()
                && step.rulesetVersion() == other.rulesetVersion()
                && Objects.equals(step.message(), other.message());
    }

    private static boolean isQuiet(StepRecord step) {
        return step.ended() != null
                && step.counters() != null
                && step.counters().asMap().keySet().stream().map(Counter::of).noneMatch(Counter::isListed);
    }
}
