package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.heliograph.events.Envelope;
import org.heliograph.events.MessageType;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is CLEAR is there for everybody, once; what is not, never is. */
@HeliographStack
class PublicTopicsIT {

    private static final String PUBLIC = "public.research.observation";

    private static Stack stack;
    private static SeizedOutbox xa;

    @BeforeAll
    static void seize(Stack running) {
        stack = running;
        xa = new SeizedOutbox(stack, Component.XA, "xa");
    }

    @AfterAll
    static void giveBack() {
        xa.close();
    }

    @Test
    void releasesWhatIsClearOnceToItsPublicTopicAndIntoNoInbox() {
        ResearchObservation observation = SampleEvents.observation("xa", Tlp.CLEAR);
        byte[] dispatch = dispatch(observation);

        RecordMetadata sent = xa.send(observation, dispatch);
        RecordMetadata again = xa.send(observation, dispatch);

        Receipt receipt = xa.receiptOf(sent);
        assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getReleasedTo()).containsExactly("public");
        assertThat(xa.receiptOf(again).getOutcome()).isEqualTo(Outcome.REPEATED);
        assertThat(xa.auditOf(sent).getDecisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.getParty()).isEqualTo("public"));
        assertThat(xa.copiesOf(eventId(observation))).isZero();
        assertThat(published("xa-fusion", observation)).singleElement().satisfies(copy -> {
            assertThat(copy.partition()).isEqualTo(sent.partition());
            assertThat(copy.value()).isEqualTo(xa.dispatches().event(observation));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"iom", "unodc", "xa", "xb", "xa-fusion", "xa-coastguard"})
    void letsEveryPrincipalOfAPartyReadItAndNoneWriteIt(String principal) {
        ResearchObservation observation = SampleEvents.observation("xa", Tlp.CLEAR);
        xa.receiptOf(xa.send(observation, dispatch(observation)));

        assertThat(published(principal, observation)).hasSize(1);
        assertCannotWrite(principal, xa.dispatches().event(observation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "operations"})
    void letsThePlatformsOwnPrincipalsNeitherReadNorWriteIt(String principal) {
        assertCannotWrite(principal, new byte[] {1});
        try (PartySystem system = new PartySystem(stack, principal)) {
            assertThatExceptionOfType(TopicAuthorizationException.class)
                    .isThrownBy(() -> system.readAll(List.of(PUBLIC)));
        }
    }

    @Test
    void putsWhatIsGreenIntoInboxesAndNotIntoThePublicTopic() {
        ResearchObservation observation = SampleEvents.observation("xa", Tlp.GREEN);

        Receipt receipt = xa.receiptOf(xa.send(observation, dispatch(observation)));

        assertThat(receipt.getReleasedTo()).containsExactly("iom", "unodc", "xb", "xc");
        assertThat(xa.copiesOf(eventId(observation))).isEqualTo(4);
        assertThat(published("xb", observation)).isEmpty();
        awaitListed(Component.UNODC, observation, "480");
    }

    @Test
    void refusesWhatIsClearAndNamesARecipient() {
        ResearchObservation observation = SampleEvents.observation("xa", Tlp.CLEAR);

        Receipt receipt = xa.receiptOf(xa.send(observation, dispatch(observation, "unodc")));

        assertThat(receipt.getOutcome()).isEqualTo(Outcome.REFUSED);
        assertThat(receipt.getRule()).contains("PUBLIC");
        assertThat(published("unodc", observation)).isEmpty();
        assertThat(xa.copiesOf(eventId(observation))).isZero();
    }

    @Test
    void isListedByEachServiceUntilACorrectionTakesItsPlace() {
        String route = "route-" + UUID.randomUUID();
        ResearchObservation first = SampleEvents.observation("xa", Tlp.CLEAR, route, "2026-02", 480);
        ResearchObservation late = SampleEvents.observation("xa", Tlp.CLEAR, route, "2026-02", 512);
        ResearchObservation correction = ResearchObservation.newBuilder(late)
                .setEnvelope(Envelope.newBuilder(late.getEnvelope())
                        .setMsgType(MessageType.UPDATE)
                        .build())
                .setRevision(2)
                .setCorrection("A late report was added")
                .build();

        xa.send(first, dispatch(first));
        awaitListed(Component.UNODC, first, "480");
        xa.send(correction, dispatch(correction));

        for (Component service : List.of(Component.IOM, Component.UNODC, Component.XB)) {
            awaitListed(service, correction, "512");
        }
        assertThat(first.getEnvelope().getContextId())
                .isEqualTo(correction.getEnvelope().getContextId());
    }

    /** Whoever may write nothing at all is not even given a producer id. */
    private static void assertCannotWrite(String principal, byte[] value) {
        try (PartySystem system = new PartySystem(stack, principal)) {
            assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> system.send(PUBLIC, 0, value));
        }
    }

    private static void awaitListed(Component service, ResearchObservation observation, String value) {
        try (OfficerDesk desk = new OfficerDesk(stack, service)) {
            await().atMost(Requests.PATIENCE)
                    .untilAsserted(() -> assertThat(listed(desk, observation.getGeoCode()))
                            .singleElement()
                            .satisfies(item -> {
                                assertThat(item.get("value").asString()).isEqualTo(value);
                                assertThat(item.get("originatorParty").asString())
                                        .isEqualTo("xa");
                            }));
        }
    }

    private static List<JsonNode> listed(OfficerDesk desk, String route) {
        return Requests.items(desk.get("/api/v1/observations?geoLevel=ROUTE&geoCode=" + route)
                        .success()
                        .get("items"))
                .stream()
                .map(item -> item.get("observation"))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> published(String principal, ResearchObservation observation) {
        String key = "xa/" + observation.getEnvelope().getContextId();
        try (PartySystem system = new PartySystem(stack, principal)) {
            return system.readAll(List.of(PUBLIC)).stream()
                    .filter(message -> message.key().equals(key))
                    .toList();
        }
    }

    private static byte[] dispatch(ResearchObservation observation, String... releasableTo) {
        return xa.dispatches().dispatch(xa.next(observation), observation, xa.signer(), releasableTo);
    }

    private static UUID eventId(ResearchObservation observation) {
        return observation.getEnvelope().getEventId();
    }
}
