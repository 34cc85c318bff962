package org.heliograph.unodc.investigations;

import java.util.Optional;
import org.heliograph.desk.StorableText;
import org.heliograph.events.CoopNotice;
import org.heliograph.events.Envelope;
import org.heliograph.events.RequestKind;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;
import org.heliograph.unodc.investigations.JointInvestigation.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what States tell of their joint investigations; what does not hold together is left aside. */
@Component
class NoticeHandler implements InboxHandler<CoopNotice> {

    private static final Logger log = LoggerFactory.getLogger(NoticeHandler.class);

    private final JointInvestigations investigations;

    NoticeHandler(JointInvestigations investigations) {
        this.investigations = investigations;
    }

    @Override
    public Class<CoopNotice> eventClass() {
        return CoopNotice.class;
    }

    @Override
    public void handle(CoopNotice event, Delivery delivery) {
        Optional<String> objection = objection(event);
        if (objection.isEmpty()) {
            investigations.put(told(event));
            return;
        }
        log.atWarn()
                .addKeyValue("eventId", event.getEnvelope().getEventId())
                .addKeyValue("originator", event.getEnvelope().getOriginatorParty())
                .addKeyValue("because", objection.get())
                .log("notice left aside");
    }

    private static Optional<String> objection(CoopNotice event) {
        if (!event.getRequestingParty().equals(event.getEnvelope().getOriginatorParty())) {
            return Optional.of("the originator is not the requesting party");
        }
        if (!event.getEnvelope().getContextId().endsWith(":" + event.getRequestId())) {
            return Optional.of("the case is not the request's");
        }
        return event.getKind() == RequestKind.JOINT_INVESTIGATION
                ? Optional.empty()
                : Optional.of("no joint investigation");
    }

    private static JointInvestigation told(CoopNotice event) {
        Envelope envelope = event.getEnvelope();
        return new JointInvestigation(
                event.getRequestId(),
                StorableText.of(event.getReference()),
                event.getKind(),
                event.getPillar(),
                envelope.getStatus(),
                event.getRequestingParty(),
                event.getStandings().stream()
                        .map(standing -> new Standing(StorableText.of(standing.getAddressee()), standing.getState()))
                        .toList(),
                event.getState(),
                event.getSubmittedAt(),
                event.getDueAt().orElse(null),
                envelope.getPublishedAt());
    }
}
