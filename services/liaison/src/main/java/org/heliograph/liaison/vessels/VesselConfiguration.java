package org.heliograph.liaison.vessels;

import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalHandler;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes about vessels. */
@Configuration(proxyBeanMethods = false)
class VesselConfiguration {

    @Bean
    JournalHandler<MaritimeVesselRequest> vesselRequestHandler(Journal journal) {
        return new JournalHandler<>(journal, VesselViews.REQUEST);
    }

    @Bean
    JournalHandler<MaritimeVesselResponse> vesselResponseHandler(Journal journal) {
        return new JournalHandler<>(journal, VesselViews.RESPONSE);
    }

    @Bean
    JournalHandler<MaritimeVesselAction> vesselActionHandler(Journal journal) {
        return new JournalHandler<>(journal, VesselViews.ACTION);
    }
}
