package org.syncline.platform.pipeline;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Lets the pages at hand finish when the context closes, before its flows go away. */
record EndOfRuns(Pipeline pipeline) implements ApplicationListener<ContextClosedEvent> {

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        pipeline.close();
    }
}
