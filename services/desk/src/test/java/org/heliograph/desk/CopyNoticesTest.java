package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.Envelope;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the originator of an event sees of copies that recipients could not apply. */
class CopyNoticesTest {

    private static final String RETURNED = "/api/v1/returned-copies";
    private static final String SCRIPT = "<script>alert(1)</script>";

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @AfterEach
    void empty() {
        desks.emptyTheBags();
        desks.xa.jdbc().sql("delete from copy_notice").update();
    }

    @Test
    void whatCameBackIsWorkUntilSomebodySettlesItAndStandsBesideTheEvent() {
        Envelope own = sent();
        ControlDelivery returned = Notices.returned("unodc", own);
        desks.xa.receive(returned);
        desks.xa.receive(returned);

        JsonNode open = desks.xa.get(RETURNED).body();
        JsonNode notice = notices(own).getFirst();
        Answer done = desks.xa.post(done(notice), Map.of());

        assertThat(open.get("total").asLong()).isEqualTo(1);
        assertThat(open.get("items").get(0)).isEqualTo(notice);
        assertThat(notice.get("party").asString()).isEqualTo("unodc");
        assertThat(notice.get("act").asString()).isEqualTo("RETURNED");
        assertThat(notice.get("eventId").asString()).isEqualTo(own.getEventId().toString());
        assertThat(notice.get("noticeId").asString())
                .isEqualTo(returned.getEnvelope().getEventId().toString());
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body().get("done").asString()).isNotEmpty();
        assertThat(desks.xa.get(RETURNED).body().get("total").asLong()).isZero();
        assertThat(notices(own)).hasSize(1);
        assertThat(desks.xa.post(done(notice), Map.of()).body()).isEqualTo(done.body());
    }

    @Test
    void whatWasDoneOtherwiseIsShownAndIsNoWork() {
        Envelope own = sent();
        desks.xa.receive(ControlDelivery.newBuilder(Notices.returned("unodc", own))
                .setDeliveryAct(DeliveryAct.DISCARDED)
                .build());

        JsonNode notice = notices(own).getFirst();

        assertThat(notice.get("act").asString()).isEqualTo("DISCARDED");
        assertThat(desks.xa.get(RETURNED).body().get("total").asLong()).isZero();
        assertThat(desks.xa.post(done(notice), Map.of()).status()).isEqualTo(404);
    }

    @Test
    void nothingIsKeptOfAnEventOfAnother() {
        Envelope own = sent();
        Envelope anothers =
                Envelope.newBuilder(own).setEventId(UUID.randomUUID()).build();

        desks.xa.receive(Notices.returned("unodc", anothers));

        assertThat(desks.xa.get(RETURNED).body().get("total").asLong()).isZero();
        assertThat(desks.xa
                        .jdbc()
                        .sql("select count(*) from copy_notice")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void thePagesShowItAsWorkAndSettleIt() {
        Envelope own = sent();
        desks.xa.receive(ControlDelivery.newBuilder(Notices.returned("unodc", own))
                .setReason(SCRIPT)
                .build());
        desks.identity.signIns().are("xa", "xa-duty-officer");
        try (PlainBrowser xa = new PlainBrowser(desks.xa.address(), "en")) {
            Page work = xa.get("/desk");
            Page event = xa.get("/desk/shared/" + own.getEventId());
            long number = notices(own).getFirst().get("number").asLong();

            assertThat(work.body()).contains("Given back to us", "/desk/shared/" + own.getEventId());
            assertThat(work.body()).contains("&lt;script&gt;").doesNotContain(SCRIPT);
            assertThat(event.body()).contains("could be read and not be applied", "an operator", "It is dealt with");
            Page settled = xa.post(event, "/desk/shared/returned/" + number, Map.of());
            assertThat(settled.status()).isEqualTo(200);
            assertThat(settled.body()).contains("Dealt with").doesNotContain("It is dealt with");
            assertThat(xa.get("/desk").body()).doesNotContain("Given back to us");
        }
    }

    private static String done(JsonNode notice) {
        return RETURNED + "/" + notice.get("number").asLong() + "/done";
    }

    private static Envelope sent() {
        assertThat(desks.submit(Requests.to("unodc"))).isNotEmpty();
        return (Envelope) desks.xa.mailbag().take().getFirst().event().get(0);
    }

    private static List<JsonNode> notices(Envelope own) {
        return desks.xa
                .get("/api/v1/events/" + own.getEventId() + "/recipients")
                .body()
                .get("notices")
                .valueStream()
                .toList();
    }
}
