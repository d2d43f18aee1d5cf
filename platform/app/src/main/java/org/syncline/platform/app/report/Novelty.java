package org.syncline.platform.app.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** Tells which steps are worth a line where the same ones run over and over: those that did something, or ended otherwise than last. */
public final class Novelty {
    private static final End CLEAN = new End(StepResult.SUCCESS, null, List.of());
    private final Map<String, End> last = new HashMap<>();

    /** How a step ended. */
    private record End(StepResult result, String message, List<String> errors) {
        static End of(StepReport report) {
            return new End(report.result(), report.message(), report.errors().stream().map(ObjectError::key).toList());
        }

        boolean isNews(End before) {
            return result != before.result
                    || !errors.equals(before.errors)
                    || message != null && !Objects.equals(message, before.message);
        }
    }

    /** Whether to tell of a step; to be asked once of each. */
    public boolean of(StepReport report) {
        End now = End.of(report);
        End before = last.put(report.request().toString(), now);
        return didSomething(report) || now.isNews(before == null ? CLEAN : before);
    }

    private static boolean didSomething(StepReport report) {
        return report.counters().asMap().keySet().stream().map(Counter::of).anyMatch(Novelty::isChange);
    }

    private static boolean isChange(Counter counter) {
        return counter.isListed() && switch (counter) {
            case STAGE_FAILURE, FLOW_FAILURE, OUTBOUND_FAILURE, EXPORT_FAILURE, DISCONNECTOR_REMAINS -> false;
            default -> true;
        };
    }
}
