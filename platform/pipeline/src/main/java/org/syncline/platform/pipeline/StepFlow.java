package org.syncline.platform.pipeline;

import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.handler.LoggingHandler.Level;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepRunner;

/**
 * The outer flow: steps are routed by what they do, run, and answer with a report to the run that sent them. Imports and exports of
 * different connectors overlap, synchronization has one thread. Needs a {@link StepRunner} in the context; offers the
 * {@link Pipeline}.
 */
@Configuration(proxyBeanMethods = false)
@EnableIntegration
@Import({StepChannels.class, PageFlow.class})
public class StepFlow {

    @Bean
    Pipeline pipeline(MessageChannel steps) {
        return new Pipeline(steps);
    }

    /** A context that closes lets the pages at hand finish before its flows go away. */
    @Bean
    ApplicationListener<ContextClosedEvent> endOfRuns(Pipeline pipeline) {
        return event -> pipeline.close();
    }

    @Bean
    StepHandler stepHandler(StepRunner runner, PageLoops loops) {
        return new StepHandler(runner, loops);
    }

    @Bean
    IntegrationFlow routing(MessageChannel steps) {
        return IntegrationFlow.from(steps).route(StepRequest.class, StepFlow::channelOf).get();
    }

    private static String channelOf(StepRequest request) {
        return switch (request.step().kind()) {
            case FULL_IMPORT, DELTA_IMPORT -> StepChannels.IMPORTS;
            case FULL_SYNC, DELTA_SYNC -> StepChannels.SYNCHRONIZATIONS;
            case EXPORT -> StepChannels.EXPORTS;
        };
    }

    @Bean
    IntegrationFlow importing(MessageChannel imports, StepHandler handler) {
        return IntegrationFlow.from(imports).handle(StepRequest.class, handler::transfer).get();
    }

    @Bean
    IntegrationFlow exporting(MessageChannel exports, StepHandler handler) {
        return IntegrationFlow.from(exports).handle(StepRequest.class, handler::transfer).get();
    }

    @Bean
    IntegrationFlow synchronizing(MessageChannel synchronizations, StepHandler handler) {
        return IntegrationFlow.from(synchronizations).handle(StepRequest.class, handler::synchronize).get();
    }

    /** Whatever a handler throws becomes a report, so that its run does not wait for ever. */
    @Bean
    IntegrationFlow failing(MessageChannel failedSteps) {
        return IntegrationFlow.from(failedSteps)
                .log(Level.ERROR, StepFlow.class.getName(), Message::getPayload)
                .handle(MessagingException.class, (failure, headers) -> {
                    FailedStep.of(failure).report();
                    return null;
                })
                .get();
    }
}
