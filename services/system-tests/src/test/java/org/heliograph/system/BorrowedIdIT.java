package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/**
 * A field office signs an event under the id of one of XA's, in the same case: a right event of its own, whose id is
 * borrowed.
 */
@HeliographStack
class BorrowedIdIT {

    private static final List<String> INBOX = List.of("inbox.unodc.cooperation");

    private final Stack stack;

    BorrowedIdIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void whatBearsTheIdOfAnotherPartysEventTakesNothingOfItsPlace() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                PartySystem unodc = new PartySystem(stack, "unodc");
                SeizedOutbox outbox = new SeizedOutbox(stack)) {
            Envelope request = received(unodc, Requests.submit(xa));
            CoopEvent event = SampleEvents.coopEvent(
                    SeizedOutbox.FIELD_OFFICE,
                    SampleEvents.cooperation("coop.event", SeizedOutbox.FIELD_OFFICE)
                            .setEventId(request.getEventId())
                            .setContextId(request.getContextId())
                            .build());

            Receipt receipt = outbox.receiptOf(outbox.send(
                    event, outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer(), "unodc")));

            assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
            assertThat(unodc.readAll(INBOX))
                    .extracting(ConsumerRecord::key)
                    .containsOnlyOnce(
                            "xa/" + request.getEventId(), SeizedOutbox.FIELD_OFFICE + "/" + request.getEventId());
        }
    }

    private static Envelope received(PartySystem unodc, UUID request) {
        return await().atMost(Requests.PATIENCE)
                .until(() -> copy(unodc, request), Optional::isPresent)
                .map(copy -> unodc.decode(copy.value(), CoopRequest.class).getEnvelope())
                .orElseThrow();
    }

    private static Optional<ConsumerRecord<String, byte[]>> copy(PartySystem unodc, UUID request) {
        return unodc.readAll(INBOX).stream()
                .filter(copy -> new String(
                                copy.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8)
                        .endsWith(request.toString()))
                .findFirst();
    }
}
