package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.heliograph.desk.TestDesk.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** R15, R16: who reads a distress by REST is noted before it is shown. */
class ReadsTest {

    private static final String DISTRESS = "/api/v1/maritime/distress";
    private static final String READS = "/api/v1/reads";

    private static TwoDesks desks;
    private static TestDesk xa;
    private static TestDesk unodc;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
        xa = desks.xa;
        unodc = desks.unodc;
    }

    @Test
    void notesWhoReadOneAndWhoSawItInAList() {
        String eventId = received("noted");
        unodc.get(DISTRESS + "/" + eventId);
        unodc.get(DISTRESS + "?distressId=noted");

        List<JsonNode> reads = reads("?eventId=" + eventId);

        assertThat(reads).extracting(read -> read.get("way").asString()).containsExactly("LIST", "ONE");
        assertThat(reads).allSatisfy(read -> {
            assertThat(read.get("account").asString()).isEqualTo("somebody");
            assertThat(read.get("role").asString()).isEqualTo("officer");
            assertThat(read.get("eventType").asString()).isEqualTo("maritime.distress");
            assertThat(read.get("originator").asString()).isEqualTo("xa");
        });
        assertThat(reads("?originator=xb")).isEmpty();
        assertThat(chain().get("firstBroken")).isNull();
    }

    @Test
    void notesNothingWhereNothingIsShown() {
        long before = chain().get("links").asLong();

        assertThat(unodc.get(DISTRESS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(unodc.get(DISTRESS + "?distressId=nothing").status()).isEqualTo(200);
        assertThat(unodc.getAs(DISTRESS, null).status()).isEqualTo(401);

        assertThat(chain().get("links").asLong()).isEqualTo(before);
        assertThat(unodc.getAs(READS, null).status()).isEqualTo(401);
    }

    @Test
    void staysOneChainThoughManyReadAtOnce() {
        String eventId = received("at once");
        long before = chain().get("links").asLong();

        List<Answer> answers = Deliveries.atOnce(8, _ -> unodc.get(DISTRESS + "/" + eventId));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(reads("?eventId=" + eventId))
                .extracting(read -> read.get("number").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 8).mapToObj(i -> before + i).toList());
        assertThat(chain().get("firstBroken")).isNull();
    }

    @Test
    void showsNothingThatItCannotNote() {
        String eventId = received("unnoted");
        unodc.jdbc().sql("alter table rest_read rename to away").update();
        try {
            for (String path : List.of(DISTRESS + "/" + eventId, DISTRESS + "?distressId=unnoted")) {
                Answer answer = unodc.get(path);
                assertThat(answer.status()).isGreaterThanOrEqualTo(500);
                assertThat(answer.response().body()).doesNotContain("34.5");
            }
        } finally {
            unodc.jdbc().sql("alter table away rename to rest_read").update();
        }
        assertThat(reads("?eventId=" + eventId)).isEmpty();
    }

    @Test
    void cannotBeChangedAndShowsIfItWas() {
        String eventId = received("changed");
        for (int i = 0; i < 3; i++) {
            unodc.get(DISTRESS + "/" + eventId);
        }
        long last = chain().get("links").asLong();
        for (String change :
                List.of("update rest_read set account = 'nobody'", "delete from rest_read", "truncate rest_read")) {
            assertThatThrownBy(() -> unodc.jdbc().sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only grows");
        }

        // As whoever owns the table can, and in a database of one's own that cannot be kept from anybody.
        alter("update rest_read set account = 'nobody' where number = " + (last - 1));
        assertThat(chain().get("firstBroken").asLong()).isEqualTo(last - 1);
        alter("update rest_read set account = 'somebody' where number = " + (last - 1));
        assertThat(chain().get("firstBroken")).isNull();
        alter("delete from rest_read where number = " + (last - 1));
        assertThat(chain().get("firstBroken").asLong()).isEqualTo(last - 1);
        alter("delete from rest_read where number >= " + (last - 1));
    }

    private static void alter(String change) {
        unodc.jdbc()
                .sql("alter table rest_read disable trigger rest_read_only_grows")
                .update();
        unodc.jdbc().sql(change).update();
        unodc.jdbc()
                .sql("alter table rest_read enable trigger rest_read_only_grows")
                .update();
    }

    /** A distress of XA that is at UNODC; relaying it is not reading it. */
    private static String received(String distressId) {
        Answer answer = xa.post(
                DISTRESS,
                Map.of(
                        "status",
                        "EXERCISE",
                        "distressId",
                        distressId,
                        "position",
                        Map.of("lat", 34.5, "lon", 24.01),
                        "mrccNotified",
                        Map.of(
                                "name",
                                "MRCC",
                                "at",
                                Instant.now().minusSeconds(60).toString()),
                        "phase",
                        "DISTRESS"));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(xa.get(READS).body().get("total").asLong()).isZero();
        Deliveries.deliver(xa.mailbag().take(), unodc);
        return answer.body().get("eventId").asString();
    }

    private static List<JsonNode> reads(String query) {
        Answer answer = unodc.get(READS + query);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body().get("items").valueStream().toList();
    }

    private static JsonNode chain() {
        return unodc.get(READS + "/chain").body();
    }
}
