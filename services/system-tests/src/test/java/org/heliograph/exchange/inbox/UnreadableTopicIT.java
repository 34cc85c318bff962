package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** One topic that cannot be read holds up nothing but itself, and is told by its name. */
@ExtendWith(GroundsExtension.class)
class UnreadableTopicIT {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Grounds grounds;
    private final GateCopies gate;

    UnreadableTopicIT(Grounds grounds) {
        this.grounds = grounds;
        this.gate = new GateCopies(grounds);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void readsTheOthersWhileOneIsForbiddenAndThenThatOneFromWhereItWas() {
        try (ServiceUnderTest service = ServiceUnderTest.start(grounds, List.of())) {
            awaitSeen(service, request(Grounds.COOPERATION));

            grounds.withdraw(Grounds.COOPERATION);
            UUID meanwhile;
            try {
                awaitLeftOut(service, Map.of(Grounds.COOPERATION, ReadableTopics.FORBIDDEN));
                meanwhile = request(Grounds.COOPERATION);
                awaitSeen(service, alert());
                assertThat(isSeen(service, meanwhile)).isFalse();
            } finally {
                grounds.grant(Grounds.COOPERATION);
            }

            awaitSeen(service, meanwhile);
            awaitLeftOut(service, Map.of());
        }
    }

    @Test
    void readsTheOthersWhileOneIsNotEvenThereAndThenThatOneFromItsBeginning() {
        String late = "inbox.iom.late";

        try (ServiceUnderTest service =
                ServiceUnderTest.start(grounds, List.of(), "heliograph.inbox.families=alerts,late")) {
            awaitLeftOut(service, Map.of(late, ReadableTopics.FORBIDDEN));
            awaitSeen(service, alert());

            grounds.grant(late);
            awaitLeftOut(service, Map.of(late, ReadableTopics.MISSING));
            awaitSeen(service, alert());

            grounds.create(late);
            awaitSeen(service, request(late));
            awaitLeftOut(service, Map.of());
        }
    }

    private UUID alert() {
        AlertRoute alert = GateCopies.alert(Cases.newCase(), "route-7");
        gate.copy(alert);
        return Cases.id(alert);
    }

    private UUID request(String topic) {
        var request = SampleEvents.coopRequest("xa", "iom");
        UUID eventId = request.getEnvelope().getEventId();
        gate.send(
                topic, 0, GateCopies.key(request.getEnvelope()), gate.events().write(topic, (SpecificRecord) request));
        return eventId;
    }

    private static void awaitSeen(ServiceUnderTest service, UUID eventId) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(isSeen(service, eventId)).isTrue());
    }

    private static boolean isSeen(ServiceUnderTest service, UUID eventId) {
        return service.jdbc()
                        .sql("select count(*) from inbox where event_id = ?")
                        .param(eventId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** By its name, in what readiness stands on. */
    private static void awaitLeftOut(ServiceUnderTest service, Map<String, String> reasons) {
        HealthIndicator inbox = service.bean("inboxHealthIndicator", HealthIndicator.class);
        await().atMost(SOON).untilAsserted(() -> {
            Health health = Objects.requireNonNull(inbox.health());
            assertThat(health.getStatus()).isEqualTo(reasons.isEmpty() ? Status.UP : Status.DOWN);
            assertThat(health.getDetails()).containsOnlyKeys(reasons.keySet());
            reasons.forEach((topic, reason) ->
                    assertThat(health.getDetails().get(topic)).asString().contains(reason));
        });
    }
}
