package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Rule;
import org.junit.jupiter.api.Test;

class ContentsTest {

    private final Platform platform = new Platform();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(1_000_000));

    @Test
    void readsTheFieldsThatRulesLookAtAsText() {
        assertThat(offer(Events.observation("iom", Tlp.CLEAR)).fields())
                .containsEntry("geoLevel", "ROUTE")
                .containsEntry("period", "2026-01")
                .containsEntry("n", "480")
                .containsEntry("suppressed", "false")
                .containsEntry("estimateType", "COUNT")
                .containsKey("value");
    }

    @Test
    void leavesOutWhatIsNullOrNotOfTheEvent() {
        ResearchObservation suppressed = ResearchObservation.newBuilder(Events.observation("iom", Tlp.CLEAR))
                .setN(null)
                .setValue(null)
                .setSuppressed(true)
                .build();

        assertThat(offer(suppressed).fields())
                .containsEntry("suppressed", "true")
                .doesNotContainKeys("n", "value");
        assertThat(offer(Events.alert("iom")).fields()).doesNotContainKeys("n", "period", "summary");
    }

    @Test
    void soThatAPublicFigureOfTooFewPersonsIsRefused() {
        ResearchObservation few = ResearchObservation.newBuilder(Events.observation("iom", Tlp.CLEAR))
                .setN(10)
                .build();

        assertThat(judge(few, Events.AT))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.R13));
    }

    @Test
    void andOneOfAPeriodThatDidNotEndThirtyDaysBeforeItIsJudged() {
        ResearchObservation january = Events.observation("iom", Tlp.CLEAR);

        assertThat(judge(january, Instant.parse("2026-03-02T23:59:59.999Z"))).isInstanceOf(Ruling.Refused.class);
        assertThat(judge(january, Instant.parse("2026-03-03T00:00:00Z"))).isInstanceOf(Ruling.Released.class);
    }

    private Ruling.Verdict judge(ResearchObservation observation, Instant at) {
        return judge.examine(platform.gatePolicy(), "iom", at, platform.dispatch(1, observation));
    }

    private Offer offer(SpecificRecord event) {
        Envelope envelope = (Envelope) event.get(0);
        var schema = EventSchemas.of(event.getClass());
        return Contents.of(schema, AvroBinary.decode(schema, AvroBinary.encode(event)))
                .offer(
                        platform.policy(),
                        "iom",
                        envelope,
                        Distribution.newBuilder().build());
    }
}
