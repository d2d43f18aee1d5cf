package org.syncline.platform.app.wiring;

import java.time.Duration;
import java.util.List;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

/** A program that imports until it is told to end, and says last whether it recorded all that it read. */
final class EndlessImport {
    private EndlessImport() {}

    public static void main(String[] arguments) {
        Pages pages = new Pages(Integer.MAX_VALUE);
        SynclineContext context = SynclineContext.open();
        try (OrderlyEnd end = new OrderlyEnd(context::stop);
                AutoCloseable store = () -> System.out.println("the store is closed");
                context) {
            context.pipeline().run((request, loop) -> {
                System.out.println("importing");
                loop.run(pages);
                return new StepReport(request, StepResult.SUCCESS, new Counters(), null, List.of(), Duration.ZERO);
            }, steps(), report -> System.out.println("lost pages: " + (pages.read() - pages.recorded())));
        } catch (Exception failure) {
            failure.printStackTrace(System.out);
        }
    }

    private static NextSteps steps() {
        return new NextSteps() {
            @Override
            public List<StepRequest> first() {
                return List.of(new StepRequest("hr", Step.of(Kind.FULL_IMPORT), null));
            }

            @Override
            public List<StepRequest> after(StepReport report) {
                return List.of();
            }
        };
    }
}
