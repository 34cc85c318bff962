package org.heliograph.desk.receipts;

import org.heliograph.events.ControlDelivery;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what recipients say of copies that they could not apply. Of an event that is not this party's it keeps nothing.
 */
final class CopyNoticeHandler implements InboxHandler<ControlDelivery> {

    private static final Logger log = LoggerFactory.getLogger(CopyNoticeHandler.class);

    private final CopyNotices notices;
    private final OwnEvents own;

    CopyNoticeHandler(CopyNotices notices, OwnEvents own) {
        this.notices = notices;
        this.own = own;
    }

    @Override
    public Class<ControlDelivery> eventClass() {
        return ControlDelivery.class;
    }

    @Override
    public void handle(ControlDelivery notice, Delivery delivery) {
        if (own.find(notice.getTargetEventId()).isEmpty()) {
            log.atWarn()
                    .addKeyValue("originator", notice.getEnvelope().getOriginatorParty())
                    .addKeyValue("eventId", notice.getEnvelope().getEventId())
                    .log("notice of an event that is not ours");
            return;
        }
        notices.keep(notice, delivery.receivedAt());
    }
}
