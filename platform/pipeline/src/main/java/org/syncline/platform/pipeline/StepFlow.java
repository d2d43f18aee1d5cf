package org.syncline.platform.pipeline;

import java.util.function.Function;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.beans.factory.BeanRegistry.SupplierContext;
import org.springframework.core.env.Environment;
import org.springframework.integration.core.GenericHandler;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.handler.LoggingHandler.Level;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;
import org.syncline.platform.engine.run.StepRequest;

/**
 * The outer flow: steps are routed by what they do, run, and answer with a report to the run that sent them. Imports and exports of
 * different connectors overlap, synchronization has one thread, and no two steps of one connector overlap. Needs Spring Integration in the context, offers the
 * {@link Pipeline}. The beans are registered, not found by annotations, which saves a third of the start.
 */
public final class StepFlow implements BeanRegistrar {

    @Override
    public void register(BeanRegistry beans, Environment environment) {
        beans.register(new StepChannels());
        beans.register(new PageFlow());
        beans.registerBean(StepHandler.class, bean -> bean.supplier(
                context -> new StepHandler(context.bean(PageLoops.class))));
        beans.registerBean(Pipeline.class, bean -> bean.supplier(
                context -> new Pipeline(context.bean(StepChannels.STEPS, MessageChannel.class))));
        beans.registerBean(EndOfRuns.class, bean -> bean.supplier(
                context -> new EndOfRuns(context.bean(Pipeline.class))));
        flow(beans, "routing", StepFlow::routing);
        flow(beans, "importing", context -> running(context, StepChannels.IMPORTS, handler(context)::alone));
        flow(beans, "exporting", context -> running(context, StepChannels.EXPORTS, handler(context)::alone));
        flow(beans, "synchronizing",
                context -> running(context, StepChannels.SYNCHRONIZATIONS, handler(context)::alone));
        flow(beans, "failing", StepFlow::failing);
    }

    private static void flow(BeanRegistry beans, String name, Function<SupplierContext, IntegrationFlow> flow) {
        beans.registerBean(name, IntegrationFlow.class, bean -> bean.supplier(flow));
    }

    private static StepHandler handler(SupplierContext context) {
        return context.bean(StepHandler.class);
    }

    private static IntegrationFlow routing(SupplierContext context) {
        return IntegrationFlow.from(context.bean(StepChannels.STEPS, MessageChannel.class))
                .route(StepRequest.class, StepFlow::channelOf)
                .get();
    }

    private static String channelOf(StepRequest request) {
        return switch (request.step().kind()) {
            case FULL_IMPORT, DELTA_IMPORT -> StepChannels.IMPORTS;
            case FULL_SYNC, DELTA_SYNC -> StepChannels.SYNCHRONIZATIONS;
            case EXPORT -> StepChannels.EXPORTS;
        };
    }

    private static IntegrationFlow running(SupplierContext context, String channel,
            GenericHandler<StepRequest> handler) {
        return IntegrationFlow.from(context.bean(channel, MessageChannel.class))
                .handle(StepRequest.class, handler)
                .get();
    }

    /** Whatever a handler throws becomes a report, so that its run does not wait for ever. */
    private static IntegrationFlow failing(SupplierContext context) {
        return IntegrationFlow.from(context.bean(StepChannels.FAILED_STEPS, MessageChannel.class))
                .log(Level.ERROR, StepFlow.class.getName(), Message::getPayload)
                .handle(MessagingException.class, (failure, headers) -> {
                    FailedStep.of(failure).report();
                    return null;
                })
                .get();
    }
}
