package org.heliograph.liaison.vessels;

import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalHandler;
import org.heliograph.desk.requests.Results;
import org.heliograph.desk.requests.Results.Making;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes about vessels. */
@Configuration(proxyBeanMethods = false)
class VesselConfiguration {

    @Bean
    Results vesselResponses(Verifications verifications) {
        return request -> verifications.find(request.id()).filter(Verification::asked).stream()
                .flatMap(verification -> verification.standing().stream())
                .map(response -> new Results.Result(VesselViews.RESPONSE.eventType(), response.eventId(), ""))
                .toList();
    }

    @Bean
    Making vesselAnswers() {
        return new Making(VesselViews.RESPONSE.eventType(), VerificationsController.PATH + "/{verificationId}/answer");
    }

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
