package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of a joint investigation of two States UNODC learns that it is there and where it stands; others learn nothing. */
@HeliographStack
class JointInvestigationsIT {

    private static final String INVESTIGATIONS = "/api/v1/joint-investigations";

    private final Stack stack;

    JointInvestigationsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void unodcSeesThatItIsThereAndNothingOfWhatItIsAbout() {
        String secret = "secret-" + UUID.randomUUID();
        UUID request;
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB);
                OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            request = UUID.fromString(xa.post(Requests.PATH, Requests.investigation(secret))
                    .success()
                    .get("requestId")
                    .asString());
            Requests.awaitAt(xb, request);

            JsonNode known = awaitAt(unodc, request, "SUBMITTED");
            assertThat(known.get("requestingParty").asString()).isEqualTo("xa");
            assertThat(known.at("/standings/0/party").asString()).isEqualTo("xb");
            assertThat(known.get("kind").asString()).isEqualTo("JOINT_INVESTIGATION");
            assertThat(known.get("pillar").asInt()).isEqualTo(3);

            xb.post(Requests.at(request) + "/acknowledge", Map.of("version", 0)).success();
            assertThat(awaitAt(unodc, request, "ACKNOWLEDGED").get("status").asString())
                    .isEqualTo("EXERCISE");

            assertThat(unodc.get(INVESTIGATIONS + "?size=100").success().toString())
                    .doesNotContain(secret);
            assertThat(unodc.get(Requests.at(request)).status()).isEqualTo(404);
            assertThat(iom.get(INVESTIGATIONS).status()).isEqualTo(404);
            assertThat(iom.get(Requests.at(request)).status()).isEqualTo(404);
        }
        assertThat(ofTheCase("unodc", request)).isNotEmpty().allSatisfy(copy -> {
            assertThat(header(copy, "ce_type")).contains("coop.notice");
            assertThat(new String(copy.value(), StandardCharsets.ISO_8859_1)).doesNotContain(secret);
        });
        assertThat(ofTheCase("xb", request))
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(header(copy, "ce_type")).contains("coop.request"));
        for (String other : List.of("iom", "xc", "unodc-field-south", "research")) {
            assertThat(ofTheCase(other, request)).as(other).isEmpty();
        }
    }

    private static JsonNode awaitAt(OfficerDesk unodc, UUID request, String state) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> Requests.items(unodc.get(INVESTIGATIONS + "?size=100&party=xa&state=" + state)
                                        .success()
                                        .get("items"))
                                .stream()
                                .filter(item -> item.get("requestId").asString().equals(request.toString()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<ConsumerRecord<String, byte[]>> ofTheCase(String party, UUID request) {
        try (PartySystem system = new PartySystem(stack, party)) {
            return system.readAll(system.inboxes()).stream()
                    .filter(copy -> copy.value() != null)
                    .filter(copy -> header(copy, "ce_subject")
                            .filter(subject -> subject.endsWith(request.toString()))
                            .isPresent())
                    .toList();
        }
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> copy, String name) {
        return Optional.ofNullable(copy.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
