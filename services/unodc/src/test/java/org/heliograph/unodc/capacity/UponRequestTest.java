package org.heliograph.unodc.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.Attachment;
import org.heliograph.events.BudgetRange;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.CampaignSupport;
import org.heliograph.events.CapacityActivity;
import org.heliograph.events.CapacityBuilding;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.Lane;
import org.heliograph.events.PreventionPlanSupport;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestDetails;
import org.heliograph.events.RequestKind;
import org.heliograph.events.ResearchData;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.heliograph.unodc.Said;
import org.heliograph.unodc.TestUnodc;
import org.heliograph.unodc.TestUnodc.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UponRequestTest {

    private static final String ACTIVITIES = "/api/v1/publications/capacity-activities";
    private static final String REQUESTS = "/api/v1/requests/";

    private static TestUnodc unodc;

    @BeforeAll
    static void start() throws IOException {
        unodc = new TestUnodc();
    }

    @AfterAll
    static void stop() throws IOException {
        unodc.close();
    }

    @Test
    void publishesWhatAnAcceptedRequestAskedFor() {
        UUID request = request(RequestKind.CAPACITY_BUILDING);
        accept(request);

        Answer answer = unodc.post(ACTIVITIES, activity(request));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("tlp").asString()).isEqualTo("GREEN");
        CapacityActivity event = (CapacityActivity) unodc.letters().getLast().event();
        assertThat(event.getRequestId()).isEqualTo(request);
        assertThat(event.getEnvelope().getCorrelationId()).contains(request.toString());
        assertThat(event.getEnvelope().getContextId()).doesNotContain(request.toString());
    }

    @Test
    void refusesWhatNobodyAskedFor() {
        assertRefused(activity(UUID.randomUUID()), "content.requestId");
    }

    @Test
    void refusesUntilTheRequestIsAccepted() {
        UUID request = request(RequestKind.CAPACITY_BUILDING);
        assertRefused(activity(request), "content.requestId");
        step(request, "acknowledge", 0, Map.of());
        assertRefused(activity(request), "content.requestId");
        step(request, "assign", 1, Map.of("to", "training desk"));
        assertRefused(activity(request), "content.requestId");

        step(request, "accept", 2, Map.of());

        assertThat(unodc.post(ACTIVITIES, activity(request)).status()).isEqualTo(201);
    }

    @Test
    void refusesOnceWhatWasAcceptedIsDeclined() {
        UUID request = request(RequestKind.CAPACITY_BUILDING);
        accept(request);
        step(request, "start", 3, Map.of());
        step(request, "decline", 4, Map.of("reasonCode", "NO_CAPACITY", "reason", "The trainers are away"));

        assertRefused(activity(request), "content.requestId");
    }

    @ParameterizedTest
    @EnumSource(names = {"RESEARCH_DATA", "CAMPAIGN_SUPPORT", "PREVENTION_PLAN_SUPPORT"})
    void refusesUponARequestForSomethingElse(RequestKind kind) {
        UUID request = request(kind);
        accept(request);

        assertRefused(activity(request), "content.requestId");
    }

    @Test
    void refusesWhatIsRealUponAnExercise() {
        UUID request = request(RequestKind.CAPACITY_BUILDING);
        accept(request);
        Map<String, Object> activity = activity(request);
        activity.put("status", "ACTUAL");

        assertRefused(activity, "status");
    }

    @Test
    void correctsThoughTheRequestWasDeclinedSince() {
        UUID request = request(RequestKind.CAPACITY_BUILDING);
        accept(request);
        String id = unodc.post(ACTIVITIES, activity(request)).json().get("id").asString();
        step(request, "start", 3, Map.of());
        step(request, "decline", 4, Map.of("reasonCode", "NO_CAPACITY", "reason", "The trainers are away"));
        UUID other = request(RequestKind.CAPACITY_BUILDING);

        assertThat(unodc.post(
                                ACTIVITIES + "/" + id + "/correct",
                                Map.of("version", 1, "content", activity(other).get("content")))
                        .status())
                .isEqualTo(422);
        assertThat(unodc.post(
                                ACTIVITIES + "/" + id + "/correct",
                                Map.of(
                                        "version",
                                        1,
                                        "content",
                                        activity(request).get("content")))
                        .status())
                .isEqualTo(200);
    }

    private static void assertRefused(Map<String, Object> activity, String field) {
        int before = unodc.letters().size();

        Answer answer = unodc.post(ACTIVITIES, activity);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(unodc.letters()).hasSize(before);
    }

    private static Map<String, Object> activity(UUID request) {
        Map<String, Object> content = Map.of(
                "requestId", request,
                "type", "TRAINING",
                "topic", "Documents at the border",
                "hostCountry", "XA",
                "start", "2026-05-04",
                "participants", Map.of("total", 22, "female", 9, "male", 13));
        return new HashMap<>(Map.of("status", "EXERCISE", "content", content));
    }

    private static void accept(UUID request) {
        step(request, "acknowledge", 0, Map.of());
        step(request, "assign", 1, Map.of("to", "training desk"));
        step(request, "accept", 2, Map.of());
    }

    private static void step(UUID request, String act, int version, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("version", version);
        Answer answer = unodc.post(REQUESTS + request + "/" + act, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static UUID request(RequestKind kind) {
        UUID id = UUID.randomUUID();
        Purpose purpose = kind == RequestKind.RESEARCH_DATA
                ? Purpose.RESEARCH_STATISTICS
                : kind == RequestKind.CAPACITY_BUILDING ? Purpose.CAPACITY_DEVELOPMENT : Purpose.PREVENTION_INFORMATION;
        Envelope envelope = Said.byXa("coop.request", id, Tlp.AMBER)
                .setLane(Lane.COOPERATION)
                .setPermittedPurposes(List.of(purpose))
                .build();
        unodc.receive(
                CoopRequest.newBuilder()
                        .setEnvelope(envelope)
                        .setRequestId(id)
                        .setReference("XA-2026-000001")
                        .setKind(kind)
                        .setRequestingParty("xa")
                        .setAddressees(List.of("unodc"))
                        .setSubject("Training")
                        .setFactsSummary("New border posts")
                        .setAssistanceSought("A training")
                        .setPurpose(purpose)
                        .setLanguage("en")
                        .setUrgency(Urgency.EXPECTED)
                        .setDetails(details(kind))
                        .setAttachments(List.of(new Attachment("Draft", "https://files.example/draft", "a".repeat(64))))
                        .build(),
                "inbox.unodc.cooperation");
        return id;
    }

    private static RequestDetails details(RequestKind kind) {
        RequestDetails.Builder details = RequestDetails.newBuilder();
        return switch (kind) {
            case CAPACITY_BUILDING ->
                details.setCapacityBuilding(new CapacityBuilding(
                                "Documents at the border",
                                "Officers of border posts",
                                22,
                                "fr",
                                LocalDate.of(2026, 5, 4),
                                LocalDate.of(2026, 5, 8),
                                "XA"))
                        .build();
            case RESEARCH_DATA ->
                details.setResearchData(new ResearchData(
                                List.of("rescue.persons"), "P1Y", GeoLevel.ADM0, List.of("XA"), "an agreement"))
                        .build();
            case CAMPAIGN_SUPPORT ->
                details.setCampaignSupport(CampaignSupport.newBuilder()
                                .setAudiences(List.of("Fishers"))
                                .setMessage("Report distress")
                                .setLanguages(List.of("fr"))
                                .setChannels(List.of(CampaignChannel.RADIO))
                                .setBudget(BudgetRange.newBuilder()
                                        .setCurrency("EUR")
                                        .setMax(new BigDecimal("1000.00"))
                                        .build())
                                .build())
                        .build();
            case PREVENTION_PLAN_SUPPORT ->
                details.setPreventionPlanSupport(PreventionPlanSupport.newBuilder()
                                .setCountry("XA")
                                .setGaps(List.of("Ports"))
                                .build())
                        .build();
            default -> throw new IllegalArgumentException("no sample of " + kind);
        };
    }
}
