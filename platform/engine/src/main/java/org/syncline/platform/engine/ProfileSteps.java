package org.syncline.platform.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.syncline.dsl.ruleset.AuditFile;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

/** The steps of one run profile, one after the other; one that was not completed, or dropped a file to stop there, ends the run. */
public final class ProfileSteps implements NextSteps {
    private final Deque<StepRequest> steps = new ArrayDeque<>();

    ProfileSteps(String connector, RunProfile profile) {
        profile.steps().forEach(step -> steps.add(new StepRequest(connector, step, profile.name())));
    }

    @Override
    public List<StepRequest> first() {
        return steps.isEmpty() ? List.of() : List.of(steps.poll());
    }

    @Override
    public List<StepRequest> after(StepReport report) {
        RunProfile.Step step = report.request().step();
        if (report.result() == StepResult.FULL_IMPORT_REQUIRED && step.options().fullIfRefused()) {
            return List.of(new StepRequest(
                    report.request().connector(),
                    new RunProfile.Step(
                            Kind.FULL_IMPORT, step.pageSize(), step.options().withoutRefusal()),
                    report.request().profile()));
        }
        boolean stops = step.options().uses(AuditFile.Use.DROP_AND_STOP) || !report.result().isCompleted();
        return stops ? List.of() : first();
    }
}
