package org.heliograph.unodc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.CoopNotice;
import org.heliograph.events.Lane;
import org.heliograph.events.NoticedStanding;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** UNODC sees which joint investigations there are, as the States that asked told it. */
class JointInvestigationsTest {

    private static final String INVESTIGATIONS = "/api/v1/joint-investigations";
    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    private static TestUnodc unodc;

    @BeforeAll
    static void start() {
        unodc = TestUnodc.renewed();
    }

    @Test
    void areShownByTheirMetadataAndNothingElse() {
        UUID id = UUID.randomUUID();
        receive(notice(id, AT, RequestState.SUBMITTED));

        JsonNode item = found(id);

        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "requestId",
                        "reference",
                        "kind",
                        "pillar",
                        "status",
                        "requestingParty",
                        "standings",
                        "state",
                        "submittedAt",
                        "dueAt",
                        "changedAt");
        assertThat(item.get("reference").asString()).isEqualTo("XA-2026-000001");
        assertThat(item.get("pillar").asInt()).isEqualTo(3);
        assertThat(item.get("requestingParty").asString()).isEqualTo("xa");
        assertThat(item.at("/standings/0/party").asString()).isEqualTo("xb");
        assertThat(item.at("/standings/0/state").asString()).isEqualTo("SUBMITTED");
        assertThat(item.get("status").asString()).isEqualTo("EXERCISE");
        assertThat(unodc.get("/api/v1/requests/" + id).status()).isEqualTo(404);
    }

    @Test
    void standWhereTheLastNoticeSays() {
        UUID id = UUID.randomUUID();
        receive(notice(id, AT, RequestState.SUBMITTED));
        receive(notice(id, AT.plusSeconds(60), RequestState.IN_PROGRESS));
        receive(notice(id, AT.plusSeconds(30), RequestState.ACKNOWLEDGED));

        assertThat(found(id).get("state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(found(id).at("/standings/0/state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(listed("?state=IN_PROGRESS&party=xb")).contains(id);
        assertThat(listed("?state=IN_PROGRESS&party=xa")).contains(id);
        assertThat(listed("?state=IN_PROGRESS&party=xd")).isEmpty();
        assertThat(listed("?state=SUBMITTED")).doesNotContain(id);
    }

    @Test
    void areToldByWhoAsksAlone() {
        UUID id = UUID.randomUUID();
        CoopNotice notice = notice(id, AT, RequestState.SUBMITTED);
        receive(CoopNotice.newBuilder(notice).setRequestingParty("xb").build());
        receive(CoopNotice.newBuilder(notice).setRequestId(UUID.randomUUID()).build());
        receive(CoopNotice.newBuilder(notice)
                .setKind(RequestKind.MLA_PREPARATION)
                .build());

        assertThat(listed("?size=100")).doesNotContain(id);
    }

    @Test
    void sayWhichFilterIsWrong() {
        assertThat(unodc.get(INVESTIGATIONS + "?party=Every%20one").status()).isEqualTo(400);
        assertThat(unodc.get(INVESTIGATIONS + "?state=OPEN").status()).isEqualTo(400);
    }

    private static void receive(CoopNotice notice) {
        unodc.receive(notice, "inbox.unodc.cooperation");
    }

    private static CoopNotice notice(UUID id, Instant at, RequestState state) {
        return CoopNotice.newBuilder()
                .setEnvelope(Said.byXa("coop.notice", id, Tlp.AMBER)
                        .setLane(Lane.COOPERATION)
                        .setPermittedPurposes(List.of(Purpose.OPERATIONAL_LE))
                        .setOccurredAt(at)
                        .setPublishedAt(at)
                        .build())
                .setRequestId(id)
                .setReference("XA-2026-000001")
                .setKind(RequestKind.JOINT_INVESTIGATION)
                .setPillar(3)
                .setRequestingParty("xa")
                .setStandings(List.of(new NoticedStanding("xb", state)))
                .setState(state)
                .setSubmittedAt(AT)
                .setDueAt(AT.plusSeconds(86_400))
                .build();
    }

    private static JsonNode found(UUID id) {
        return items("?size=100").stream()
                .filter(item -> item.get("requestId").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<UUID> listed(String query) {
        return items(query).stream()
                .map(item -> UUID.fromString(item.get("requestId").asString()))
                .toList();
    }

    private static List<JsonNode> items(String query) {
        return unodc.get(INVESTIGATIONS + query)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }
}
