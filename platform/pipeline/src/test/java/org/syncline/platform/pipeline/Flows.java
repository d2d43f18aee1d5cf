package org.syncline.platform.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Consumer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.integration.config.IntegrationRegistrar;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepRunner;

/** The flows in a context of their own. */
final class Flows implements AutoCloseable {
    private final GenericApplicationContext context = new GenericApplicationContext();

    private final StepRunner runner;

    Flows() {
        this((request, pages) -> {
            throw new UnsupportedOperationException("only pages are tested here");
        });
    }

    Flows(StepRunner runner) {
        this.runner = runner;
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        new IntegrationRegistrar().registerBeanDefinitions(null, context);
        context.register(new StepFlow());
        context.refresh();
    }

    static StepRequest step(String connector, Kind kind) {
        return new StepRequest(connector, Step.of(kind), null);
    }

    void run(NextSteps steps, Consumer<StepReport> listener) {
        pipeline().run(runner, steps, listener);
    }

    Pipeline pipeline() {
        return context.getBean(Pipeline.class);
    }

    PageLoop pages() {
        return context.getBean(PageLoops.class).of(step("hr", Kind.FULL_IMPORT), () -> false);
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
