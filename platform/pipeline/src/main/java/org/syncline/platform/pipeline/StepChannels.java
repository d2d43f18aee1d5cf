package org.syncline.platform.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.channel.ExecutorChannel;

/** The channels of steps, and the threads behind them: four for imports and exports, one for synchronization. */
@Configuration(proxyBeanMethods = false)
class StepChannels {
    static final String STEPS = "steps";
    static final String IMPORTS = "imports";
    static final String EXPORTS = "exports";
    static final String SYNCHRONIZATIONS = "synchronizations";
    static final String FAILED_STEPS = "failedSteps";

    private static final int PARALLEL_TRANSFERS = 4;

    @Bean
    ExecutorService transferThreads() {
        return Executors.newFixedThreadPool(PARALLEL_TRANSFERS, Thread.ofPlatform().name("transfer-", 1).factory());
    }

    @Bean
    ExecutorService synchronizationThread() {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name("synchronization").factory());
    }

    @Bean(STEPS)
    DirectChannel steps() {
        return new DirectChannel();
    }

    @Bean(IMPORTS)
    ExecutorChannel imports(ExecutorService transferThreads) {
        return new ExecutorChannel(transferThreads);
    }

    @Bean(EXPORTS)
    ExecutorChannel exports(ExecutorService transferThreads) {
        return new ExecutorChannel(transferThreads);
    }

    @Bean(SYNCHRONIZATIONS)
    ExecutorChannel synchronizations(ExecutorService synchronizationThread) {
        return new ExecutorChannel(synchronizationThread);
    }

    @Bean(FAILED_STEPS)
    DirectChannel failedSteps() {
        return new DirectChannel();
    }
}
