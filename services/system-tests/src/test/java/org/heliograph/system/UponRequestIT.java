package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever may be asked for something publishes what it is closed with, as the access matrix says; nobody else does. */
@HeliographStack
class UponRequestIT {

    private static final String PUBLICATIONS = "/api/v1/publications";
    private static final String CAMPAIGNS = PUBLICATIONS + "/campaigns";
    private static final String ACTIVITIES = PUBLICATIONS + "/capacity-activities";
    private static final String STRATEGIES = PUBLICATIONS + "/strategies";
    private static final String OBSERVATIONS = "/api/v1/observations";

    private final OfficerDesk xa;
    private final OfficerDesk xb;
    private final OfficerDesk iom;
    private final OfficerDesk unodc;

    UponRequestIT(Stack stack) {
        this.xa = new OfficerDesk(stack, Component.XA);
        this.xb = new OfficerDesk(stack, Component.XB);
        this.iom = new OfficerDesk(stack, Component.IOM);
        this.unodc = new OfficerDesk(stack, Component.UNODC);
    }

    @AfterEach
    void signOut() {
        for (OfficerDesk desk : List.of(xa, xb, iom, unodc)) {
            desk.close();
        }
    }

    @Test
    void unodcFulfilsARequestForACampaignWithItsCampaign() {
        UUID request = ask(
                xa,
                "unodc",
                "CAMPAIGN_SUPPORT",
                Map.of(
                        "campaignSupport",
                        Map.of(
                                "audiences", List.of("Young adults"),
                                "message", "Ask before you go",
                                "languages", List.of("en"),
                                "channels", List.of("RADIO"),
                                "budget", Map.of("max", 5000, "currency", "EUR"))));
        begin(unodc, request);

        JsonNode campaign = unodc.post(CAMPAIGNS, exercise(with(request, campaign("unodc"))))
                .success();
        fulfil(unodc, request, result("campaign.notice", campaign), Map.of("persons-reached", 12_000));

        assertFulfilled(xa, request, result("campaign.notice", campaign));
        assertThat(received(xa, campaign).at("/content/requestId").asString()).isEqualTo(request.toString());
    }

    @Test
    void iomFulfilsARequestForATrainingWithItsActivity() {
        UUID request = ask(
                xa,
                "iom",
                "CAPACITY_BUILDING",
                Map.of(
                        "capacityBuilding",
                        Map.of(
                                "topic", "Documents at the border",
                                "audience", "Border guards",
                                "participants", 22,
                                "trainingLanguage", "en",
                                "preferredFrom", "2027-02-01",
                                "preferredTo", "2027-02-05",
                                "hostCountry", "XA")));
        OfficerDesk.Answer early = iom.post(ACTIVITIES, exercise(activity(request)));
        begin(iom, request);

        JsonNode activity = iom.post(ACTIVITIES, exercise(activity(request))).success();
        fulfil(iom, request, result("capacity.activity", activity), Map.of());

        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().at("/errors/0/field").asString()).isEqualTo("content.requestId");
        assertFulfilled(xa, request, result("capacity.activity", activity));
        assertThat(received(xa, activity).at("/content/requestId").asString()).isEqualTo(request.toString());
    }

    @Test
    void aStateFulfilsARequestForDataWithItsNumbers() {
        String indicator = "rescue.n" + UUID.randomUUID().toString().replace("-", "");
        UUID request = ask(
                iom,
                "xa",
                "RESEARCH_DATA",
                Map.of(
                        "researchData",
                        Map.of(
                                "indicators", List.of("rescue.persons"),
                                "period", "2026-01-01/2026-06-30",
                                "geoLevel", "ADM0",
                                "geoCodes", List.of("XA"),
                                "datasetAgreement", "An agreement of an exercise")));
        begin(xa, request);

        JsonNode number = xa.post(OBSERVATIONS, with(request, observation(indicator)))
                .success()
                .get("observation");
        fulfil(xa, request, result("research.observation", number), Map.of());

        assertFulfilled(iom, request, result("research.observation", number));
        JsonNode received = await().atMost(Requests.PATIENCE)
                .until(
                        () -> iom.get(OBSERVATIONS + "?originator=xa&indicator=" + indicator)
                                .success()
                                .at("/items/0/observation"),
                        found -> !found.isMissingNode());
        assertThat(received.get("requestId").asString()).isEqualTo(request.toString());
        assertThat(received.get("value").asInt()).isEqualTo(40);
    }

    @Test
    void aStatePublishesWhatTheMatrixLetsItAndForItsOwnCountry() {
        JsonNode campaign = xa.post(CAMPAIGNS, exercise(campaign("xa"))).success();
        JsonNode plan = xa.post(STRATEGIES, exercise(strategy("XA"))).success();

        assertThat(received(iom, campaign).get("originatorParty").asString()).isEqualTo("xa");
        assertThat(received(unodc, plan).at("/content/country").asString()).isEqualTo("XA");
        assertRefused(xa, STRATEGIES, strategy("XB"), "of its own country alone");
        assertRefused(xa, PUBLICATIONS + "/products", product(), "'xa' is not a publisher of knowledge.product");
    }

    @Test
    void aStateThatOnlyReceivesPublishesNothing() {
        assertRefused(xb, CAMPAIGNS, campaign("xb"), "'xb' is not a publisher of campaign.notice");
        assertRefused(xb, STRATEGIES, strategy("XB"), "'xb' is not a publisher of prevention.strategy");
        OfficerDesk.Answer number = xb.post(OBSERVATIONS, observation("rescue.persons"));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.body().get("detail").asString()).contains("'xb' is not a publisher of research.observation");
    }

    private static void assertRefused(OfficerDesk desk, String path, Map<String, Object> content, String reason) {
        OfficerDesk.Answer answer = desk.post(path, exercise(content));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:heliograph:problem:gate-refuses");
        assertThat(answer.body().get("rule").asString()).isEqualTo("PUBLISHER");
        assertThat(answer.body().get("detail").asString()).contains(reason);
    }

    private static UUID ask(OfficerDesk desk, String addressee, String kind, Map<String, Object> details) {
        Map<String, Object> request = Requests.toUnodc();
        request.put("kind", kind);
        request.put("addressees", List.of(addressee));
        request.put("details", details);
        return UUID.fromString(
                desk.post(Requests.PATH, request).success().get("requestId").asString());
    }

    private static void begin(OfficerDesk desk, UUID request) {
        Requests.awaitAt(desk, request);
        step(desk, request, "acknowledge", Map.of("version", 0));
        step(desk, request, "assign", Map.of("version", 1, "to", "programme desk"));
        step(desk, request, "accept", Map.of("version", 2));
        step(desk, request, "start", Map.of("version", 3));
    }

    private static void fulfil(OfficerDesk desk, UUID request, String result, Map<String, Integer> counts) {
        step(
                desk,
                request,
                "fulfil",
                Map.of("version", 4, "whole", true, "summary", "Done", "results", List.of(result), "counts", counts));
    }

    private static void step(OfficerDesk desk, UUID request, String act, Map<String, ?> body) {
        desk.post(Requests.at(request) + "/" + act, body).success();
    }

    private static String result(String type, JsonNode published) {
        return type + "/" + published.get("eventId").asString();
    }

    private static void assertFulfilled(OfficerDesk requester, UUID request, String result) {
        assertThat(Requests.awaitState(requester, request, "FULFILLED").toString())
                .contains(result);
    }

    private static JsonNode received(OfficerDesk desk, JsonNode published) {
        String path = PUBLICATIONS + "/" + published.get("id").asString();
        return await().atMost(Requests.PATIENCE)
                .until(() -> desk.get(path), answer -> answer.status() == 200)
                .body();
    }

    private static Map<String, Object> exercise(Map<String, Object> content) {
        return Map.of("status", "EXERCISE", "content", content);
    }

    private static Map<String, Object> with(UUID request, Map<String, Object> content) {
        content.put("requestId", request.toString());
        return content;
    }

    private static Map<String, Object> campaign(String contact) {
        return new HashMap<>(Map.of(
                "audiences", List.of("Young adults in coastal towns"),
                "countries", List.of("XA"),
                "languages", List.of("ar"),
                "channels", List.of("RADIO"),
                "start", "2026-04-01",
                "contactParty", contact));
    }

    private static Map<String, Object> activity(UUID request) {
        return new HashMap<>(Map.of(
                "requestId", request.toString(),
                "type", "TRAINING",
                "topic", "Documents at the border",
                "hostCountry", "XA",
                "start", "2027-02-01"));
    }

    private static Map<String, Object> strategy(String country) {
        return new HashMap<>(Map.of("country", country, "status", "DRAFT"));
    }

    private static Map<String, Object> product() {
        return new HashMap<>(Map.of(
                "title", List.of(Map.of("language", "en", "text", "A study of an exercise")),
                "type", "GLOBAL_STUDY",
                "licence", "CC-BY-3.0-IGO",
                "uri", "https://files.example/study.pdf",
                "checksum", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    }

    private static Map<String, Object> observation(String indicator) {
        Map<String, Object> observation = new HashMap<>(Map.of(
                "status", "EXERCISE",
                "indicator", indicator,
                "period", "2026-01",
                "geoLevel", "ADM0",
                "geoCode", "XA",
                "geoName", "State XA",
                "value", 40,
                "n", 40));
        observation.putAll(Map.of(
                "unit", "PERSONS",
                "estimateType", "COUNT",
                "method", "Sum of the monthly reports",
                "sourceNote", "Exercise data"));
        return observation;
    }
}
