package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a desk makes of events that no desk of today sends. */
class ForeignEventsTest {

    private static final String REQUESTS = "/api/v1/requests";

    private static TwoDesks desks;
    private static TestDesk xa;
    private static TestDesk unodc;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
        xa = desks.xa;
        unodc = desks.unodc;
    }

    @AfterEach
    void emptyTheBags() {
        desks.emptyTheBags();
    }

    @Test
    void leaveAsideWhatOthersSayInTheirName() {
        String id = desks.submit(Requests.to("unodc"));
        Letter request = xa.mailbag().take().getFirst();
        Deliveries.deliver(List.of(request), unodc);
        desks.step(id, "acknowledge", Map.of("version", 0));
        CoopEvent step = (CoopEvent) unodc.mailbag().take().getFirst().event();
        int rows = xa.rows();

        xa.receive(CoopEvent.newBuilder(step)
                .setEnvelope(Deliveries.from("xb", step.getEnvelope()))
                .build());
        xa.receive(CoopEvent.newBuilder(step)
                .setEnvelope(Deliveries.from("xb", step.getEnvelope()))
                .setAddressee("xb")
                .setActorParty("xb")
                .build());
        xa.receive(CoopEvent.newBuilder(step).setAct(CoopAct.FULFIL).build());

        assertThat(xa.rows()).isEqualTo(rows);
        assertThat(desks.state(xa, id)).isEqualTo("SUBMITTED");

        CoopRequest foreign = (CoopRequest) request.event();
        int before = unodc.rows();
        unodc.receive(CoopRequest.newBuilder(foreign)
                .setEnvelope(Deliveries.from("xb", foreign.getEnvelope()))
                .build());
        unodc.receive(CoopEvent.newBuilder(step)
                .setEnvelope(Deliveries.from("xb", step.getEnvelope()))
                .setSeq(null)
                .setAct(CoopAct.WITHDRAW)
                .setToState(RequestState.WITHDRAWN)
                .build());
        assertThat(unodc.rows()).isEqualTo(before);
        assertThat(desks.state(unodc, id)).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void leaveAsideWhatIsSaidOfARequestAsOneOfAnotherKind() {
        String id = desks.submit(Requests.to("unodc"));
        Deliveries.deliver(xa.mailbag().take(), unodc);
        desks.step(id, "acknowledge", Map.of("version", 0));
        CoopEvent step = (CoopEvent) unodc.mailbag().take().getFirst().event();
        CoopEvent other =
                CoopEvent.newBuilder(step).setKind(RequestKind.MLA_PREPARATION).build();

        xa.receive(other);
        unodc.receive(CoopEvent.newBuilder(other)
                .setEnvelope(Deliveries.from("xa", step.getEnvelope()))
                .setSeq(null)
                .setActorParty("xa")
                .setAct(CoopAct.WITHDRAW)
                .setToState(RequestState.WITHDRAWN)
                .build());

        assertThat(desks.state(xa, id)).isEqualTo("SUBMITTED");
        assertThat(desks.state(unodc, id)).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void understandStepsOfAnEarlierVersion() {
        String id = desks.submit(Requests.to("unodc"));
        Deliveries.deliver(xa.mailbag().take(), unodc);
        desks.step(id, "acknowledge", Map.of("version", 0));
        CoopEvent acknowledged = CoopEvent.newBuilder(
                        (CoopEvent) unodc.mailbag().take().getFirst().event())
                .setAct(null)
                .build();
        CoopEvent accepted = CoopEvent.newBuilder(acknowledged)
                .setSeq(2)
                .setFromState(RequestState.ACKNOWLEDGED)
                .setToState(RequestState.ACCEPTED)
                .build();

        xa.receive(accepted);
        xa.receive(acknowledged);

        assertThat(desks.state(xa, id)).isEqualTo("ACCEPTED");
        assertThat(xa.get(REQUESTS + "/" + id).body().at("/timeline/1/act").asString())
                .isEqualTo("ACCEPT");
    }
}
