package org.syncline.platform.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.Environment;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageChannel;

/**
 * The inner flow: pages are read, worked and recorded. Its endpoints are built once and serve every step; what belongs to a step, its
 * queues and threads, comes with the step's pages: a page that was worked goes to the reply channel it names.
 */
final class PageFlow implements BeanRegistrar {
    private static final String READ = "readPages";
    private static final String WORKED = "workedPages";

    /** A queue is full for as long as the next stage needs, not for the 30 seconds after which endpoints give up. */
    private static final long FOR_EVER = -1;

    @Override
    public void register(BeanRegistry beans, Environment environment) {
        beans.registerBean(READ, DirectChannel.class);
        beans.registerBean(WORKED, DirectChannel.class);
        beans.registerBean(PageLoops.class, bean -> bean.supplier(PageFlow::loops));
        beans.registerBean("working", IntegrationFlow.class, bean -> bean.supplier(PageFlow::working));
        beans.registerBean("recording", IntegrationFlow.class, bean -> bean.supplier(PageFlow::recording));
    }

    private static PageLoops loops(SupplierContext context) {
        return new PageLoops(context.bean(READ, MessageChannel.class), context.bean(WORKED, MessageChannel.class),
                context.beanProvider(MeterRegistry.class).getIfAvailable());
    }

    private static IntegrationFlow working(SupplierContext context) {
        return IntegrationFlow.from(context.bean(READ, MessageChannel.class))
                .handle(ReadPage.class, (page, headers) -> page.work(), endpoint -> endpoint.sendTimeout(FOR_EVER))
                .get();
    }

    private static IntegrationFlow recording(SupplierContext context) {
        return IntegrationFlow.from(context.bean(WORKED, MessageChannel.class))
                .handle(WorkedPage.class, (page, headers) -> {
                    page.record();
                    return null;
                })
                .get();
    }
}
