package org.syncline.platform.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.StepRemark;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

/** What programs say of one step, before it begins and after it ended. */
record StepRemarks(Ruleset rules, StepRequest request, Instant now) {

    /** How a step ends that a program refuses; empty if none does. */
    Optional<StepEnd> refusal() {
        List<StepRemark> refusals = remarks(null, Map.of()).stream().filter(StepRemark::refuses).toList();
        return refusals.isEmpty()
                ? Optional.empty()
                : Optional.of(new StepEnd(StepResult.NO_START_HELD, text(refusals), List.of()));
    }

    /** The end of the step with what programs say of it. */
    StepEnd added(StepEnd end, Counters counters) {
        List<StepRemark> remarks = remarks(end.result().text(), counters.asMap());
        return end.saying(remarks.isEmpty() ? List.of() : List.of(text(remarks)));
    }

    private List<StepRemark> remarks(String result, Map<String, Long> changes) {
        return rules.extension().aboutStep(new ExtensionFact.OfStep(
                request.connector(), request.step().kind().text(), result, changes, new Present(now, rules.zone())));
    }

    private static String text(List<StepRemark> remarks) {
        return remarks.stream()
                .map(remark -> remark.message() + " ('" + remark.rule() + "' (" + remark.location() + "))")
                .collect(Collectors.joining(" "));
    }
}
