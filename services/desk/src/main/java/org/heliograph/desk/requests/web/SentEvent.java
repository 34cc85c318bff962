package org.heliograph.desk.requests.web;

import java.util.List;
import java.util.UUID;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.requests.RequestFile;

/**
 * An event that this party wrote about a request.
 *
 * @param answers of the gate; empty while it has not answered
 */
record SentEvent(UUID eventId, String eventType, List<GateAnswer> answers) {

    static SentEvent of(RequestFile.Sent sent) {
        return new SentEvent(
                sent.eventId(),
                sent.eventType(),
                sent.receipts().stream().map(GateAnswer::of).toList());
    }
}
