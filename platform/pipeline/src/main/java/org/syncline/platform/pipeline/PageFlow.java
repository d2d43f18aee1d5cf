package org.syncline.platform.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageChannel;

/**
 * The inner flow: pages are read, worked and recorded. Its endpoints are built once and serve every step; what belongs to a step, its
 * queues and threads, comes with the step's pages: a page that was worked goes to the reply channel it names.
 */
@Configuration(proxyBeanMethods = false)
@Import(PageChannels.class)
class PageFlow {
    /** A queue is full for as long as the next stage needs, not for the 30 seconds after which endpoints give up. */
    private static final long FOR_EVER = -1;

    @Bean
    IntegrationFlow working(MessageChannel readPages) {
        return IntegrationFlow.from(readPages)
                .handle(ReadPage.class, (page, headers) -> page.work(), endpoint -> endpoint.sendTimeout(FOR_EVER))
                .get();
    }

    @Bean
    IntegrationFlow recording(MessageChannel workedPages) {
        return IntegrationFlow.from(workedPages)
                .handle(WorkedPage.class, (page, headers) -> {
                    page.record();
                    return null;
                })
                .get();
    }

    @Bean
    PageLoops pageLoops(MessageChannel readPages, MessageChannel workedPages, ObjectProvider<MeterRegistry> meters) {
        return new PageLoops(readPages, workedPages, meters.getIfAvailable());
    }
}
