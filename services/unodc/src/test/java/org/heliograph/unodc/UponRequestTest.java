package org.heliograph.unodc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.BudgetRange;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.CampaignSupport;
import org.heliograph.events.CapacityActivity;
import org.heliograph.events.CapacityBuilding;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestDetails;
import org.heliograph.events.RequestKind;
import org.heliograph.events.ResearchData;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.heliograph.unodc.TestUnodc.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class UponRequestTest {

    private static final String ACTIVITIES = "/api/v1/publications/capacity-activities";
    private static final String REQUESTS = "/api/v1/requests/";

    private static TestUnodc unodc;

    @BeforeAll
    static void start() {
        unodc = TestUnodc.renewed();
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
    void standsWithTheRequestsForAssistance() {
        UUID request = request(RequestKind.CAPACITY_BUILDING);
        UUID data = request(RequestKind.RESEARCH_DATA);
        accept(request);
        String id = unodc.post(ACTIVITIES, activity(request)).json().get("id").asString();

        List<JsonNode> cases = unodc.get("/api/v1/technical-assistance?state=ACCEPTED&size=100")
                .json()
                .get("items")
                .valueStream()
                .toList();

        assertThat(cases)
                .filteredOn(each -> each.get("requestId").asString().equals(request.toString()))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.at("/outputs/0/id").asString()).isEqualTo(id));
        assertThat(unodc.get("/api/v1/technical-assistance?size=100").text()).doesNotContain(data.toString());
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
    @EnumSource(names = {"RESEARCH_DATA", "CAMPAIGN_SUPPORT"})
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
        Wanted wanted = wanted(kind);
        Envelope envelope = Said.byXa("coop.request", id, Tlp.AMBER)
                .setLane(Lane.COOPERATION)
                .setPermittedPurposes(List.of(wanted.purpose()))
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
                        .setPurpose(wanted.purpose())
                        .setLanguage("en")
                        .setUrgency(Urgency.EXPECTED)
                        .setDetails(wanted.details().build())
                        .build(),
                "inbox.unodc.cooperation");
        assertThat(unodc.get(REQUESTS + id).status()).isEqualTo(200);
        return id;
    }

    private record Wanted(Purpose purpose, RequestDetails.Builder details) {}

    private static Wanted wanted(RequestKind kind) {
        RequestDetails.Builder details = RequestDetails.newBuilder();
        return switch (kind) {
            case CAPACITY_BUILDING ->
                new Wanted(
                        Purpose.CAPACITY_DEVELOPMENT,
                        details.setCapacityBuilding(CapacityBuilding.newBuilder()
                                .setTopic("Documents at the border")
                                .setAudience("Border guards")
                                .setParticipants(22)
                                .setTrainingLanguage("en")
                                .setPreferredFrom(LocalDate.parse("2026-12-01"))
                                .setPreferredTo(LocalDate.parse("2026-12-05"))
                                .setHostCountry("XA")
                                .build()));
            case RESEARCH_DATA ->
                new Wanted(
                        Purpose.RESEARCH_STATISTICS,
                        details.setResearchData(ResearchData.newBuilder()
                                .setIndicators(List.of("rescue.persons"))
                                .setPeriod("P1Y")
                                .setGeoLevel(GeoLevel.ADM0)
                                .setGeoCodes(List.of("XA"))
                                .setDatasetAgreement("An agreement of an exercise")
                                .build()));
            case CAMPAIGN_SUPPORT ->
                new Wanted(
                        Purpose.PREVENTION_INFORMATION,
                        details.setCampaignSupport(CampaignSupport.newBuilder()
                                .setAudiences(List.of("Young adults"))
                                .setMessage("Ask before you go")
                                .setLanguages(List.of("en"))
                                .setChannels(List.of(CampaignChannel.RADIO))
                                .setBudget(BudgetRange.newBuilder()
                                        .setMax(new BigDecimal("5000.00"))
                                        .setCurrency("EUR")
                                        .build())
                                .build()));
            default -> throw new IllegalArgumentException(kind.name());
        };
    }
}
