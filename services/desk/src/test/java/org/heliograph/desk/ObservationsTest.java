package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.Envelope;
import org.heliograph.events.EstimateType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.series.Series;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ObservationsTest {

    private static final String OBSERVATIONS = "/api/v1/observations";
    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    private static TestDesk unodc;

    @BeforeAll
    static void start() throws IOException {
        unodc = TwoDesks.renewed().unodc;
    }

    @Test
    void listsNothingWhereNothingIsWanted() {
        Answer answer = unodc.get(OBSERVATIONS + "?indicator=of.nobody");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("items")).isEmpty();
        assertThat(answer.body().get("total").asLong()).isZero();
    }

    @Test
    void filtersBySeriesPlaceAndPeriodLatestFirst() {
        receive("iom", "filter.a", "north-sea", "2025-01", 40, 1);
        receive("iom", "filter.a", "north-sea", "2025-03", 43, 1);
        receive("iom", "filter.a", "north-sea", "2025", 400, 1);
        receive("iom", "filter.a", "south-sea", "2025-02", 44, 1);
        receive("xb", "filter.a", "north-sea", "2025-03", 45, 1);

        assertThat(values("?indicator=filter.a&geoLevel=ROUTE&geoCode=north-sea&originator=iom"))
                .containsExactly("400", "43", "40");
        assertThat(values("?indicator=filter.a&geoCode=north-sea&originator=iom&from=2025-01-01&to=2025-01-31"))
                .containsExactly("40");
        assertThat(values("?indicator=filter.a&from=2025-02-01&to=2025-03-31")).containsExactly("43", "45", "44");
        assertThat(values("?indicator=filter.a&geoLevel=ADM0")).isEmpty();
        assertThat(values("?indicator=filter.a&size=1&page=2")).hasSize(1);
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrects() {
        receive("iom", "corrected", "north-sea", "2025-01", 40, 1);
        receive("iom", "corrected", "north-sea", "2025-01", 42, 2);

        assertThat(values("?indicator=corrected")).containsExactly("42");
    }

    @Test
    void anEarlierRevisionThatComesLateChangesNothing() {
        receive("iom", "late", "north-sea", "2025-01", 42, 2);
        receive("iom", "late", "north-sea", "2025-01", 40, 1);

        assertThat(values("?indicator=late")).containsExactly("42");
    }

    @Test
    void nobodyCorrectsWhatAnotherPublished() {
        ResearchObservation mine = observation("iom", "foreign", "north-sea", "2025-01", 40, 1);
        unodc.receive(mine);
        unodc.receive(ResearchObservation.newBuilder(observation("xa", "foreign", "north-sea", "2025-01", 41, 2))
                .setEnvelope(Deliveries.from("xa", mine.getEnvelope()))
                .build());

        assertThat(values("?indicator=foreign&originator=iom")).containsExactly("40");
        assertThat(values("?indicator=foreign&originator=xa")).containsExactly("41");
    }

    @Test
    void saysThatAValueIsSuppressedAndShowsNone() {
        ResearchObservation whole = observation("iom", "small", "north-sea", "2025-01", 40, 1);
        unodc.receive(ResearchObservation.newBuilder(whole)
                .setValue(null)
                .setN(null)
                .setSuppressed(true)
                .build());

        JsonNode item = items("?indicator=small").getFirst();
        assertThat(item.get("suppressed").asBoolean()).isTrue();
        assertThat(item.get("value").isNull()).isTrue();
        assertThat(item.get("n").isNull()).isTrue();
    }

    @Test
    void saysThatAnObservationWasWithdrawn() {
        receive("iom", "withdrawn", "north-sea", "2025-01", 40, 1);
        ResearchObservation whole = observation("iom", "withdrawn", "north-sea", "2025-01", 40, 2);
        unodc.receive(ResearchObservation.newBuilder(whole)
                .setEnvelope(Envelope.newBuilder(whole.getEnvelope())
                        .setMsgType(MessageType.CANCEL)
                        .build())
                .setValue(null)
                .setN(null)
                .build());

        assertThat(items("?indicator=withdrawn")).singleElement().satisfies(item -> {
            assertThat(item.get("withdrawn").asBoolean()).isTrue();
            assertThat(item.get("value").isNull()).isTrue();
        });
    }

    @Test
    void keepsAPeriodThatOnlyANewerSenderKnows() {
        ResearchObservation odd = observation("iom", "odd", "north-sea", "2025-01", 40, 1);
        unodc.receive(ResearchObservation.newBuilder(odd).setPeriod("2025-W05").build());

        assertThat(values("?indicator=odd")).containsExactly("40");
        assertThat(values("?indicator=odd&from=2025-01-01")).isEmpty();
    }

    @Test
    void namesWhatIsNoFilter() {
        assertThat(field("?from=January")).isEqualTo("from");
        assertThat(field("?geoLevel=ADM2")).isEqualTo("geoLevel");
        assertThat(field("?originator=Every%20one")).isEqualTo("originator");
        assertThat(field("?size=101")).isEqualTo("size");
    }

    private static String field(String query) {
        Answer answer = unodc.get(OBSERVATIONS + query);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().at("/errors/0/field").asString();
    }

    private static List<String> values(String query) {
        return items(query).stream().map(item -> item.get("value").asString()).toList();
    }

    private static List<JsonNode> items(String query) {
        Answer answer = unodc.get(OBSERVATIONS + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("observation"))
                .toList();
    }

    private static void receive(
            String originator, String indicator, String route, String period, int value, int revision) {
        unodc.receive(observation(originator, indicator, route, period, value, revision));
    }

    private static ResearchObservation observation(
            String originator, String indicator, String route, String period, int value, int revision) {
        ObservationDims dims = ObservationDims.newBuilder().build();
        Series series = new Series(
                originator, indicator, GeoLevel.ROUTE, route, dims, ObservationUnit.PERSONS, EstimateType.COUNT);
        return ResearchObservation.newBuilder()
                .setEnvelope(Envelope.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setEventType("research.observation")
                        .setOccurredAt(AT)
                        .setPublishedAt(AT.plus(Duration.ofDays(revision)))
                        .setOriginatorParty(originator)
                        .setOriginatorRole("data-steward")
                        .setContextId(series.contextId(Status.EXERCISE, period))
                        .setStatus(Status.EXERCISE)
                        .setMsgType(revision == 1 ? MessageType.ALERT : MessageType.UPDATE)
                        .setPriority(Priority.LOW)
                        .setTlp(Tlp.CLEAR)
                        .setPermittedPurposes(List.of(Purpose.RESEARCH_STATISTICS))
                        .setLane(Lane.KNOWLEDGE)
                        .setContainsPersonalData(false)
                        .build())
                .setIndicator(indicator)
                .setPeriod(period)
                .setGeoLevel(series.geoLevel())
                .setGeoCode(route)
                .setGeoName("A route of an exercise")
                .setDims(dims)
                .setValue(BigDecimal.valueOf(value).setScale(3))
                .setUnit(series.unit())
                .setEstimateType(series.estimateType())
                .setMethod("Sum of the monthly reports")
                .setN(value)
                .setSuppressed(false)
                .setPillars(List.of(4))
                .setSourceNote("Exercise data")
                .setRevision(revision)
                .setCorrection(revision == 1 ? null : "A late report was added")
                .build();
    }
}
