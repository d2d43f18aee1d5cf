package org.syncline.platform.pipeline;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.DirectChannel;

/** The channels of pages. They have no thread: each stage of a step brings its own. */
@Configuration(proxyBeanMethods = false)
class PageChannels {

    @Bean
    DirectChannel readPages() {
        return new DirectChannel();
    }

    @Bean
    DirectChannel workedPages() {
        return new DirectChannel();
    }
}
