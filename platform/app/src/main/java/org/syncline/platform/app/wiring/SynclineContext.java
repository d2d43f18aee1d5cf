package org.syncline.platform.app.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.integration.config.IntegrationRegistrar;
import org.syncline.platform.pipeline.Pipeline;
import org.syncline.platform.pipeline.StepFlow;

/**
 * The Spring context of the flows. It starts in the background: open it first, read the rules and open the store meanwhile, then ask
 * for the pipeline.
 */
public final class SynclineContext implements AutoCloseable {
    private final CompletableFuture<GenericApplicationContext> context;

    private SynclineContext(CompletableFuture<GenericApplicationContext> context) {
        this.context = context;
    }

    public static SynclineContext open() {
        return open(context -> {});
    }

    /** @param meters gets the timings of pages: {@code syncline.pages.next}, {@code .work} and {@code .record} */
    public static SynclineContext open(MeterRegistry meters) {
        return open(context -> context.registerBean(MeterRegistry.class, () -> meters));
    }

    private static SynclineContext open(Consumer<GenericApplicationContext> additions) {
        return new SynclineContext(CompletableFuture.supplyAsync(() -> start(additions),
                task -> Thread.ofPlatform().name("start of the flows").daemon().start(task)));
    }

    private static GenericApplicationContext start(Consumer<GenericApplicationContext> additions) {
        GenericApplicationContext context = new GenericApplicationContext();
        new IntegrationRegistrar().registerBeanDefinitions(null, context);
        context.register(new StepFlow());
        additions.accept(context);
        context.refresh();
        return context;
    }

    /** Waits until the flows have started. */
    public Pipeline pipeline() {
        return context.join().getBean(Pipeline.class);
    }

    /** Asks what runs to end after the pages at hand. Does not wait for it. */
    public void stop() {
        pipeline().stop();
    }

    /** Lets the pages at hand finish, and ends the threads of the flows. */
    @Override
    public void close() {
        context.join().close();
    }
}
