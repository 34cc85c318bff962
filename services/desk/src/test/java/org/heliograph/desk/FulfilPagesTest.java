package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.desk.StepForms.at;
import static org.heliograph.desk.StepForms.step;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.RequestKind;
import org.heliograph.exchange.outbox.OwnEvent;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** UNODC's officers fulfil requests on pages, each kind with what it is closed with. */
class FulfilPagesTest {

    private static TwoDesks desks;
    private PlainBrowser unodc;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void signIn() {
        desks.identity.signIns().are("unodc", "unodc-duty-officer");
        unodc = new PlainBrowser(desks.unodc.address(), "en");
    }

    @AfterEach
    void close() {
        unodc.close();
        desks.emptyTheBags();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            names = {
                "LEGISLATIVE_ASSISTANCE",
                "CAPACITY_BUILDING",
                "JOINT_INVESTIGATION",
                "RESEARCH_DATA",
                "CAMPAIGN_SUPPORT",
                "PREVENTION_PLAN_SUPPORT"
            })
    void sayInTheFormWhatIsMissingAndTakeItThen(RequestKind kind) {
        String id = desks.inProgressAtUnodc(kind);
        Page request = unodc.get("/desk/requests/" + id);
        assertThat(request.body()).contains("Needed: ");

        Page lacking = unodc.post(request, step(id, "FULFIL"), fulfilment(Map.of()));
        Page fulfilled = unodc.post(request, step(id, "FULFIL"), fulfilment(evidence(kind)));

        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.body()).contains("govuk-error-summary", "All of it, in a day");
        assertThat(fulfilled.status()).as(fulfilled.body()).isEqualTo(200);
        assertThat(desks.state(desks.unodc, id)).isEqualTo("FULFILLED");
    }

    @Test
    void countInWordsAndNumbers() {
        String id = desks.inProgressAtUnodc(RequestKind.JOINT_INVESTIGATION);
        Page request = unodc.get("/desk/requests/" + id);

        Page fulfilled = unodc.post(
                request,
                step(id, "FULFIL"),
                fulfilment(Map.of(
                        "counts.0.what", " Vessels seized ",
                        "counts.0.number", "2",
                        "counts.3.what", "arrests",
                        "counts.3.number", "0")));

        assertThat(fulfilled.body()).contains("Outcome in numbers", "vessels seized", "<strong>2</strong>", "arrests");
        Deliveries.deliver(desks.unodc.mailbag().take(), desks.xa);
        assertThat(desks.xa
                        .get("/api/v1/requests/" + id)
                        .body()
                        .at("/timeline/4/detail/counts")
                        .toString())
                .isEqualTo("{\"arrests\":0,\"vessels-seized\":2}");
    }

    @Test
    void refuseCountsThatAreNone() {
        String id = desks.inProgressAtUnodc(RequestKind.JOINT_INVESTIGATION);
        Page request = unodc.get("/desk/requests/" + id);

        for (Map<String, String> wrong : List.of(
                Map.of("counts.0.what", "arrests", "counts.0.number", "-1"),
                Map.of("counts.0.what", "arrests", "counts.0.number", "1.5"),
                Map.of("counts.0.what", "arrests", "counts.0.number", "many"),
                Map.of("counts.0.what", "arrests"),
                Map.of("counts.0.number", "3"),
                Map.of("counts.0.what", "Arrêtés!", "counts.0.number", "3"),
                Map.of(
                        "counts.0.what", "arrests",
                        "counts.0.number", "1",
                        "counts.1.what", "Arrests",
                        "counts.1.number", "2"))) {
            Page refused = unodc.post(request, step(id, "FULFIL"), fulfilment(wrong));

            assertThat(refused.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Give each thing once", "href=\"#FULFIL-unodc-counts\"", "All of it, in a day");
        }
        assertThat(desks.state(desks.unodc, id)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void refuseResultsThatAreNotThere() {
        String id = desks.inProgressAtUnodc(RequestKind.CAPACITY_BUILDING);
        Page request = unodc.get("/desk/requests/" + id);

        Page unknown = unodc.post(
                request, step(id, "FULFIL"), fulfilment(Map.of("results", "capacity.activity/" + UUID.randomUUID())));
        Page noAddress =
                unodc.post(request, step(id, "FULFIL"), fulfilment(Map.of("results.others", "in the cupboard")));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("Some results are no events that this party sent", "All of it, in a day");
        assertThat(noAddress.status()).isEqualTo(422);
        assertThat(noAddress.body()).contains("in the cupboard");
    }

    @Test
    void sayInTheFormThatAGroundDoesNotDo() {
        String id = desks.inProgressAtUnodc(RequestKind.CAPACITY_BUILDING);
        Page request = unodc.get("/desk/requests/" + id);
        Map<String, String> decline = new HashMap<>(at(4));
        decline.putAll(Map.of("reasonCode", "DOMESTIC_LAW_PROHIBITS", "reason", "Act 7"));

        Page refused = unodc.post(request, step(id, "DECLINE"), decline);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("A legal ground needs a consultation", "href=\"#DECLINE-unodc-reasonCode\"", "Act 7");
    }

    private static Map<String, String> evidence(RequestKind kind) {
        return switch (kind) {
            case LEGISLATIVE_ASSISTANCE -> Map.of("results.others", "https://files.example/advice.pdf");
            case CAPACITY_BUILDING -> Map.of("results.others", sent("capacity.activity"));
            case JOINT_INVESTIGATION -> Map.of("counts.0.what", "arrests", "counts.0.number", "3");
            case RESEARCH_DATA -> Map.of("results.others", sent("research.observation"));
            case CAMPAIGN_SUPPORT ->
                Map.of("results.others", sent("campaign.notice"), "counts.persons-reached", "12000");
            case PREVENTION_PLAN_SUPPORT -> Map.of("results", sent("prevention.strategy"));
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private static String sent(String type) {
        UUID id = UUID.randomUUID();
        desks.unodc.mailbag().said(new OwnEvent(id, type, "exercise:" + id));
        return type + "/" + id;
    }

    private static Map<String, String> fulfilment(Map<String, String> evidence) {
        Map<String, String> fields = new HashMap<>(at(4));
        fields.put("whole", "true");
        fields.put("summary", "All of it, in a day");
        fields.putAll(evidence);
        return fields;
    }
}
