package org.heliograph.unodc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heliograph.events.Envelope;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.MessageType;
import org.heliograph.events.Tlp;
import org.heliograph.unodc.TestUnodc.Answer;
import org.heliograph.unodc.TestUnodc.Letter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class PublishingTest {

    private static final String PUBLICATIONS = "/api/v1/publications";
    private static final String LEGAL_UPDATES = PUBLICATIONS + "/legal-updates";
    private static final String PRODUCTS = PUBLICATIONS + "/products";

    private static TestUnodc unodc;

    @BeforeAll
    static void start() {
        unodc = TestUnodc.renewed();
    }

    @Test
    void publishesALegalUpdateForEverybodyUnlessItSaysOtherwise() {
        Answer answer = unodc.post(LEGAL_UPDATES, publication(legalUpdate()));

        assertThat(answer.status()).isEqualTo(201);
        JsonNode item = answer.json();
        assertThat(item.get("version").asInt()).isEqualTo(1);
        assertThat(item.get("tlp").asString()).isEqualTo("CLEAR");
        assertThat(unodc.get(answer.header("Location")).json()).isEqualTo(item);
        Letter letter = last();
        KnowledgeLegalUpdate event = (KnowledgeLegalUpdate) letter.event();
        assertThat(event.getUpdateId()).hasToString(item.get("id").asString());
        assertThat(event.getPillars()).containsExactly(3);
        assertThat(letter.distribution().getReleasableTo()).isEmpty();
    }

    @Test
    void listsWhatIsWantedLatestFirst() {
        String first = id(unodc.post(PRODUCTS, publication(product(), "GREEN")));
        String second = id(unodc.post(PRODUCTS, publication(product(), "GREEN")));

        assertThat(listed("?type=PRODUCT&direction=OUT&theme=routes&country=XC"))
                .startsWith(second, first);
        assertThat(listed("?type=LEGAL_UPDATE")).doesNotContain(first, second);
        assertThat(listed("?direction=IN&originator=unodc")).isEmpty();
        assertThat(unodc.get(PUBLICATIONS + "?country=xc").status()).isEqualTo(400);
        assertThat(unodc.get(PUBLICATIONS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(422, "citation", Map.of("citation", "State v. Miller 114")),
                Arguments.of(422, "sourceUri", Map.of("sourceUri", "https://court.example/state-v.-miller")),
                Arguments.of(422, "protocolArticles", Map.of("protocolArticles", List.of("26"))),
                Arguments.of(422, "outcome", Map.of("outcome", "RATIFIED")),
                Arguments.of(422, "country", Map.of("country", "AB")),
                Arguments.of(422, "decisionDate", Map.of("decisionDate", "2199-01-01")),
                Arguments.of(422, "keyIssues", Map.of("keyIssues", List.of("Miller, John"))),
                Arguments.of(422, "content.requestId", Map.of("requestId", UUID.randomUUID())),
                Arguments.of(400, "content.sourceUri", Map.of("sourceUri", "javascript:alert(1)")),
                Arguments.of(400, "content.kind", Map.of("kind", "UNKNOWN")),
                Arguments.of(400, "content.name", Map.of("name", "Miller")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhichFieldIsWrongAndStoresNothing(int status, String field, Map<String, Object> change) {
        Map<String, Object> content = legalUpdate();
        content.putAll(change);
        int before = unodc.letters().size();

        Answer answer = unodc.post(LEGAL_UPDATES, publication(content));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(unodc.letters()).hasSize(before);
    }

    static Stream<Arguments> markings() {
        return Stream.of(
                Arguments.of("RED", List.of("xa"), "tlp"),
                Arguments.of("AMBER", List.of(), "releasableTo"),
                Arguments.of("CLEAR", List.of("xa"), "releasableTo"));
    }

    @ParameterizedTest
    @MethodSource("markings")
    void saysWhichSharingCannotBe(String tlp, List<String> recipients, String field) {
        Map<String, Object> publication = publication(product(), tlp);
        publication.put("releasableTo", recipients);

        Answer answer = unodc.post(PRODUCTS, publication);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void correctsInTheSameCaseForTheSameRecipientsAndWithdraws() {
        Map<String, Object> publication = publication(product(), "AMBER");
        publication.put("releasableTo", List.of("xa"));
        String id = id(unodc.post(PRODUCTS, publication));
        Envelope first = envelope(last());
        Map<String, Object> better = product();
        better.put("licence", "CC0-1.0");

        Answer corrected = unodc.post(PRODUCTS + "/" + id + "/correct", Map.of("version", 1, "content", better));
        Letter correction = last();
        Answer withdrawn = unodc.post(PUBLICATIONS + "/" + id + "/withdraw", Map.of("version", 2, "type", "PRODUCT"));
        Letter withdrawal = last();

        assertThat(corrected.json().at("/content/licence").asString()).isEqualTo("CC0-1.0");
        assertThat(corrected.json().get("version").asInt()).isEqualTo(2);
        assertThat(withdrawn.json().get("withdrawn").asBoolean()).isTrue();
        assertThat(envelope(correction).getMsgType()).isEqualTo(MessageType.UPDATE);
        assertThat(envelope(withdrawal).getMsgType()).isEqualTo(MessageType.CANCEL);
        assertThat(((KnowledgeProduct) withdrawal.event()).getLicence()).isEqualTo("CC0-1.0");
        for (Letter letter : List.of(correction, withdrawal)) {
            assertThat(envelope(letter).getContextId()).isEqualTo(first.getContextId());
            assertThat(envelope(letter).getTlp()).isEqualTo(Tlp.AMBER);
            assertThat(letter.distribution().getReleasableTo()).containsExactly("xa");
        }
        assertThat(envelope(correction).getPublishedAt()).isAfter(first.getPublishedAt());
        assertThat(envelope(withdrawal).getPublishedAt())
                .isAfter(envelope(correction).getPublishedAt());
        assertThat(unodc.post(PRODUCTS + "/" + id + "/correct", Map.of("version", 3, "content", better))
                        .json()
                        .get("type")
                        .asString())
                .isEqualTo("urn:heliograph:problem:withdrawn");
    }

    @Test
    void ofTwoWhoCorrectAtOnceOneWinsAndTheOtherIsTold() {
        String id = id(unodc.post(PRODUCTS, publication(product(), "GREEN")));
        int before = unodc.letters().size();

        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> unodc.post(PRODUCTS + "/" + id + "/correct", Map.of("version", 1, "content", product()))
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(unodc.letters()).hasSize(before + 1);
    }

    @Test
    void changesNothingThatItDidNotPublish() {
        Map<String, ?> correction = Map.of("version", 1, "content", product());
        String legalUpdate = id(unodc.post(LEGAL_UPDATES, publication(legalUpdate())));

        assertThat(unodc.post(PRODUCTS + "/" + UUID.randomUUID() + "/correct", correction)
                        .status())
                .isEqualTo(404);
        assertThat(unodc.post(PRODUCTS + "/" + legalUpdate + "/correct", correction)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void describesItsApi() {
        JsonNode api = unodc.getOpen("/v3/api-docs").json();

        assertThat(api.get("paths").propertyNames())
                .contains(LEGAL_UPDATES, PRODUCTS, PUBLICATIONS + "/capacity-activities", "/knowledge.json")
                .doesNotContain("/knowledge");
        assertThat(api.at("/components/schemas").propertyNames())
                .contains("LegalUpdateContent", "ProductContent", "StrategyContent", "NewPublicationProductContent");
        assertThat(api.at("/components/schemas/ProductContent/properties/type/enum")
                        .toString())
                .contains("GLOBAL_STUDY")
                .doesNotContain("UNKNOWN");
    }

    private static Map<String, Object> publication(Map<String, Object> content) {
        return new HashMap<>(Map.of("status", "EXERCISE", "content", content));
    }

    private static Map<String, Object> publication(Map<String, Object> content, String tlp) {
        Map<String, Object> publication = publication(content);
        publication.put("tlp", tlp);
        return publication;
    }

    private static Map<String, Object> legalUpdate() {
        return new HashMap<>(Map.of(
                "kind", "CASE_LAW",
                "country", "XA",
                "citation", "XA-SC 2026/114",
                "protocolArticles", List.of("6(1)(a)"),
                "decisionDate", "2026-02-11",
                "outcome", "CONVICTED",
                "keyIssues", List.of("material-benefit"),
                "sourceUri", "https://court.example/2026/114"));
    }

    private static Map<String, Object> product() {
        return new HashMap<>(Map.of(
                "title", List.of(Map.of("language", "en", "text", "A study of routes")),
                "type", "GLOBAL_STUDY",
                "themes", List.of("routes"),
                "countries", List.of("XC"),
                "licence", "CC-BY-3.0-IGO",
                "uri", "https://files.example/study.pdf",
                "checksum", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    }

    private static Letter last() {
        return unodc.letters().getLast();
    }

    private static Envelope envelope(Letter letter) {
        return (Envelope) letter.event().get(0);
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private static List<String> listed(String query) {
        return unodc.get(PUBLICATIONS + query)
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
