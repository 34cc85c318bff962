package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.RequestKind;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.pages.session.IdentityStandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** XA, XB and XC work on one matter: each sees the steps of all, and only its own instance is its own to move. */
class JointMattersTest {

    private static final String REQUESTS = "/api/v1/requests";

    private static final List<TestDatabase> DATABASES = new ArrayList<>();
    private static TestDesk xa;
    private static TestDesk xb;
    private static TestDesk xc;

    @BeforeAll
    static void start() throws IOException {
        TwoDesks desks = TwoDesks.renewed();
        xa = desks.xa;
        xb = desk("xb", desks.identity);
        xc = desk("xc", desks.identity);
    }

    private static TestDesk desk(String party, IdentityStandIn identity) {
        TestDatabase database = TestDesk.database();
        DATABASES.add(database);
        return new TestDesk(party, identity, database.url());
    }

    @AfterAll
    static void stop() {
        xb.close();
        xc.close();
        DATABASES.forEach(TestDatabase::close);
    }

    @AfterEach
    void emptyTheBags() {
        xa.mailbag().take();
        xb.mailbag().take();
        xc.mailbag().take();
    }

    @Test
    void haveOneTimelineThatAllWhoTakePartSee() {
        String path = REQUESTS + "/" + submit();
        List<Letter> request = xa.mailbag().take();
        Deliveries.deliver(request, xb);
        xb.post(path + "/acknowledge", Map.of("version", 0));
        Letter step = xb.mailbag().take().getFirst();
        assertThat(step.distribution().getReleasableTo()).containsExactlyInAnyOrder("xa", "xc");

        // At XC the step of XB comes before the request itself.
        xc.receive(step.event());
        Deliveries.deliver(request, xc);
        Deliveries.deliver(List.of(step), xc);
        Deliveries.deliver(List.of(step), xa);

        JsonNode atXc = xc.get(path).body();
        assertThat(atXc.get("state").asString()).isEqualTo("SUBMITTED");
        assertThat(atXc.at("/addressees")).hasSize(1);
        assertThat(atXc.at("/others/0/addressee").asString()).isEqualTo("xb");
        assertThat(atXc.at("/others/0/state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(atXc.at("/others/0/nextSteps")).isEmpty();
        assertThat(atXc.get("timeline")).isEqualTo(xb.get(path).body().get("timeline"));
        assertThat(atXc.get("timeline")).isEqualTo(xa.get(path).body().get("timeline"));
        assertThat(atXc.get("lead").asString()).isEqualTo("xb");
        assertThat(atXc.get("participants").toString()).isEqualTo("[\"xa\",\"xb\",\"xc\"]");
        assertThat(atXc.get("receipts")).isEmpty();
        assertThat(xc.get("/api/v1/work-list").body().get("items").valueStream())
                .filteredOn(item -> path.endsWith(item.get("requestId").asString()))
                .singleElement()
                .satisfies(item -> assertThat(item.get("state").asString()).isEqualTo("SUBMITTED"));
    }

    @Test
    void letNobodyMoveTheInstanceOfAnother() {
        String path = REQUESTS + "/" + submit();
        List<Letter> request = xa.mailbag().take();
        Deliveries.deliver(request, xb);
        Deliveries.deliver(request, xc);
        xb.post(path + "/acknowledge", Map.of("version", 0));
        CoopEvent step = (CoopEvent) xb.mailbag().take().getFirst().event();

        // A step of XC's own instance, or of somebody who is not asked, that another party numbers.
        xc.receive(CoopEvent.newBuilder(step).setAddressee("xc").build());
        xc.receive(CoopEvent.newBuilder(step)
                .setAddressee("xd")
                .setEnvelope(Deliveries.from("xd", step.getEnvelope()))
                .setActorParty("xd")
                .build());
        assertThat(xc.get(path).body().get("timeline")).isEmpty();

        assertThat(xc.post(path + "/acknowledge", Map.of("version", 0)).status())
                .isEqualTo(200);
    }

    @Test
    void areNotOtherKindsWhoseStepsGoToTheRequesterAlone() {
        Map<String, Object> data = SampleRequests.of(RequestKind.RESEARCH_DATA);
        data.put("addressees", List.of("xb", "xc"));
        String path =
                REQUESTS + "/" + xa.post(REQUESTS, data).body().get("requestId").asString();
        List<Letter> request = xa.mailbag().take();
        Deliveries.deliver(request, xb);
        Deliveries.deliver(request, xc);
        xb.post(path + "/acknowledge", Map.of("version", 0));
        Letter step = xb.mailbag().take().getFirst();

        assertThat(step.distribution().getReleasableTo()).containsExactly("xa");
        xc.receive(step.event());
        JsonNode atXc = xc.get(path).body();
        assertThat(atXc.get("timeline")).isEmpty();
        assertThat(atXc.get("others")).isEmpty();
        assertThat(atXc.get("participants")).isEmpty();
    }

    private String submit() {
        Map<String, Object> request = SampleRequests.of(RequestKind.JOINT_INVESTIGATION);
        request.put("addressees", List.of("xb", "xc"));
        SampleRequests.detail(request).remove("participants");
        return xa.post(REQUESTS, request).body().get("requestId").asString();
    }
}
