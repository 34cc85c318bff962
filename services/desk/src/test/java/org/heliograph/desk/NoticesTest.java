package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.events.CoopNotice;
import org.heliograph.events.Envelope;
import org.heliograph.events.MessageType;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who may know that there is a joint investigation are told that, and nothing of what it is about. */
class NoticesTest {

    private static final String REQUESTS = "/api/v1/requests";
    private static final String TO_UNODC = """
            {"recipients": {"JOINT_INVESTIGATION": ["iom", "unodc"]}, "policyVersion": "v"}""";
    private static final String TO_NOBODY = """
            {"recipients": {}, "policyVersion": "v"}""";

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = new TwoDesks();
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @BeforeEach
    void nothingIsLeftToTell() {
        tells(TO_UNODC);
        desks.xa.noticeRound();
        desks.emptyTheBags();
    }

    @Test
    void tellPartiesStateAndDatesAndNothingOfWhatItIsAbout() {
        UUID id = investigation();

        desks.xa.noticeRound();

        Letter letter = onlyLetter();
        CoopNotice notice = (CoopNotice) letter.event();
        Envelope envelope = notice.getEnvelope();
        assertThat(notice.getRequestId()).isEqualTo(id);
        assertThat(notice.getReference()).startsWith("XA-");
        assertThat(notice.getKind()).isEqualTo(RequestKind.JOINT_INVESTIGATION);
        assertThat(notice.getPillar()).isEqualTo(3);
        assertThat(notice.getRequestingParty()).isEqualTo("xa");
        assertThat(notice.getStandings()).singleElement().satisfies(standing -> {
            assertThat(standing.getAddressee()).isEqualTo("unodc");
            assertThat(standing.getState()).isEqualTo(RequestState.SUBMITTED);
        });
        assertThat(envelope.getMsgType()).isEqualTo(MessageType.ALERT);
        assertThat(envelope.getTlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(envelope.getContextId()).isEqualTo("exercise:" + id);
        for (Object said : texts()) {
            assertThat(notice.toString()).doesNotContain(said.toString());
        }
    }

    @Test
    void goToWhomTheGateNamesButNotToWhoTakesPart() {
        investigation();

        desks.xa.noticeRound();

        assertThat(onlyLetter().distribution().getReleasableTo()).containsExactly("iom");
    }

    @Test
    void areSentOnceForEachStanding() {
        UUID id = investigation();
        desks.xa.noticeRound();
        desks.xa.noticeRound();
        onlyLetter();
        desks.unodc.post(REQUESTS + "/" + id + "/acknowledge", Map.of("version", 0));
        desks.unodc.mailbag().take().forEach(step -> desks.xa.receive(step.event()));

        Deliveries.atOnce(4, _ -> {
            desks.xa.noticeRound();
            return id;
        });

        CoopNotice notice = (CoopNotice) onlyLetter().event();
        assertThat(notice.getEnvelope().getMsgType()).isEqualTo(MessageType.UPDATE);
        assertThat(notice.getState()).isEqualTo(RequestState.ACKNOWLEDGED);
        assertThat(notice.getStandings().getFirst().getState()).isEqualTo(RequestState.ACKNOWLEDGED);
    }

    @Test
    void waitUntilTheGateHasSaidWhomToTell() throws IOException {
        try (TwoDesks others = new TwoDesks()) {
            others.submit(request());
            others.emptyTheBags();
            others.xa.noticeRound();
            assertThat(others.xa.mailbag().take()).isEmpty();

            others.gate.tellsEligible(TO_UNODC);
            others.xa.clock().turnOn("PT1M");
            others.xa.noticeRound();

            assertThat(others.xa.mailbag().take()).hasSize(1);
        }
    }

    @Test
    void areNotSentWhereNobodyMayBeTold() {
        tells(TO_NOBODY);
        investigation();

        desks.xa.noticeRound();

        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void areNotSentOfOtherKindsNorByWhoIsAsked() {
        desks.gate.tellsEligible("");
        desks.submit(Requests.to("unodc"));
        desks.deliver();
        investigation();
        desks.emptyTheBags();
        tells("""
                {"recipients": {"JOINT_INVESTIGATION": ["iom"], "LEGISLATIVE_ASSISTANCE": ["iom"]}}""");

        desks.unodc.noticeRound();
        desks.xa.noticeRound();

        assertThat(desks.unodc.mailbag().take()).isEmpty();
        assertThat(onlyLetter().event())
                .isInstanceOfSatisfying(
                        CoopNotice.class,
                        notice -> assertThat(notice.getKind()).isEqualTo(RequestKind.JOINT_INVESTIGATION));
    }

    /** The gate tells this from now on, and what it told before is old. */
    private static void tells(String eligible) {
        desks.xa.clock().turnOn("PT1M");
        desks.unodc.clock().turnOn("PT1M");
        desks.gate.tellsEligible(eligible);
    }

    /** Of XA, at the desk that the tests have for the other party; its own letters are delivered. */
    private static UUID investigation() {
        String told = desks.gate.tellsNothing();
        String id = desks.submit(request());
        desks.deliver();
        desks.gate.tellsEligible(told);
        return UUID.fromString(id);
    }

    private static Map<String, Object> request() {
        Map<String, Object> request = SampleRequests.jointWith("unodc");
        request.put("tlp", "AMBER_STRICT");
        return request;
    }

    private static List<Object> texts() {
        Map<String, Object> request = SampleRequests.of(RequestKind.JOINT_INVESTIGATION);
        Map<String, Object> details = SampleRequests.detail(request);
        return List.of(
                text(request, "subject"),
                text(request, "factsSummary"),
                text(request, "assistanceSought"),
                text(request, "legalBasis"),
                text(details, "modusOperandi"),
                ((List<?>) text(details, "routes")).getFirst());
    }

    private static Object text(Map<String, Object> of, String field) {
        return Objects.requireNonNull(of.get(field), field);
    }

    private static Letter onlyLetter() {
        List<Letter> letters = desks.xa.mailbag().take();
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }
}
