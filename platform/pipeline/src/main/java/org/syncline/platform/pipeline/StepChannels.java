package org.syncline.platform.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.channel.ExecutorChannel;

/** The channels of steps, and the threads behind them: four for imports and exports, one for synchronization. */
final class StepChannels implements BeanRegistrar {
    static final String STEPS = "steps";
    static final String IMPORTS = "imports";
    static final String EXPORTS = "exports";
    static final String SYNCHRONIZATIONS = "synchronizations";
    static final String FAILED_STEPS = "failedSteps";

    private static final String TRANSFER_THREADS = "transferThreads";
    private static final String SYNCHRONIZATION_THREAD = "synchronizationThread";
    private static final int PARALLEL_TRANSFERS = 4;

    @Override
    public void register(BeanRegistry beans, Environment environment) {
        beans.registerBean(TRANSFER_THREADS, ExecutorService.class,
                bean -> bean.supplier(context -> transferThreads()));
        beans.registerBean(
                SYNCHRONIZATION_THREAD, ExecutorService.class, bean -> bean.supplier(context -> oneThread()));
        beans.registerBean(STEPS, DirectChannel.class);
        beans.registerBean(FAILED_STEPS, DirectChannel.class);
        executed(beans, IMPORTS, TRANSFER_THREADS);
        executed(beans, EXPORTS, TRANSFER_THREADS);
        executed(beans, SYNCHRONIZATIONS, SYNCHRONIZATION_THREAD);
    }

    private static void executed(BeanRegistry beans, String channel, String threads) {
        beans.registerBean(channel, ExecutorChannel.class, bean -> bean.supplier(
                context -> new ExecutorChannel(context.bean(threads, ExecutorService.class))));
    }

    private static ExecutorService transferThreads() {
        return Executors.newFixedThreadPool(PARALLEL_TRANSFERS, Thread.ofPlatform().name("transfer-", 1).factory());
    }

    private static ExecutorService oneThread() {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name("synchronization").factory());
    }
}
