package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Certainty;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.Severity;
import org.heliograph.events.Source;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.heliograph.events.Urgency;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** XA's officers ask about what they see: what may go on is filled in, and what may not is not. */
class AskingPagesTest {

    private static final String JOINT = "/desk/new/JOINT_INVESTIGATION";
    private static final String VESSEL = "/desk/new/VESSEL_REGISTRY_BOARDING";
    private static final String SECRET = "Towed rafts leave from the mill";
    private static final Pattern HIDDEN = Pattern.compile("name=\"(draft|version|about)\" value=\"([^\"]+)\"");

    private static TwoDesks desks;
    private PlainBrowser xa;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void signIn() {
        desks.identity.signIns().are("xa", "xa-duty-officer");
        xa = new PlainBrowser(desks.xa.address(), "en");
    }

    @AfterEach
    void close() {
        xa.close();
        desks.emptyTheBags();
    }

    @Test
    void fillInWhatAnAlertForTheCommunitySays() {
        String about = received(Tlp.GREEN, List.of(HandlingCode.H1), Purpose.OPERATIONAL_LE);

        Page alert = xa.get("/desk/alerts/" + about.substring("alert.route/".length()));
        Page kinds = xa.get("/desk/new?about=" + about);
        Page form = xa.get(JOINT + "?about=" + about);

        assertThat(alert.body()).contains("Ask about this", "/desk/new?about=alert.route/iom/");
        assertThat(kinds.body()).contains("You ask about: A route alert of IOM", "JOINT_INVESTIGATION?about=alert");
        assertThat(form.body())
                .contains("What it says is filled in below", "A route alert of IOM (" + about.replace("/iom/", "/"))
                .contains("About: " + SECRET, ">mill-strait</textarea>", "tarpaulins")
                .containsPattern(chosen("EXERCISE"))
                .containsPattern(chosen("AMBER"))
                .containsPattern(chosen("H1"));
        assertThat(xa.get("/desk/new/RESEARCH_DATA?about="
                                + received(Tlp.GREEN, List.of(), Purpose.RESEARCH_STATISTICS))
                        .body())
                .contains("<option value=\"ROUTE\" selected", ">mill-strait</textarea>");
    }

    @Test
    void tellTheGateWhatARequestCameFrom() {
        String about = received(Tlp.GREEN, List.of(HandlingCode.H1), Purpose.OPERATIONAL_LE);
        Page form = xa.get(JOINT + "?about=" + about);

        Page submitted = xa.post(form, JOINT, joint(form, Map.of()));

        assertThat(submitted.at().getPath()).startsWith("/desk/requests/");
        Envelope envelope = sent().getEnvelope();
        assertThat(envelope.getSources())
                .containsExactly(new Source(
                        UUID.fromString(about.substring(about.lastIndexOf('/') + 1)),
                        "iom",
                        Tlp.GREEN,
                        List.of(HandlingCode.H1)));
        assertThat(envelope.getHandlingCodes()).containsExactly(HandlingCode.H1);
        assertThat(envelope.getPermittedPurposes()).containsExactly(Purpose.OPERATIONAL_LE);
    }

    @Test
    void keepBackWhatAnotherDidNotGiveToBePassedOn() {
        List<String> kept = List.of(
                received(Tlp.AMBER, List.of(), Purpose.OPERATIONAL_LE),
                received(Tlp.AMBER_STRICT, List.of(), Purpose.OPERATIONAL_LE),
                received(Tlp.GREEN, List.of(HandlingCode.H2), Purpose.OPERATIONAL_LE));

        for (String about : kept) {
            Page form = xa.get(JOINT + "?about=" + about);
            assertThat(form.body())
                    .contains("it was not given to be passed on")
                    .containsPattern(chosen("EXERCISE"))
                    .doesNotContain("About: ", "mill-strait", "tarpaulins");
            Map<String, String> forced = joint(form, Map.of("about", about));
            assertThat(xa.post(form, JOINT, forced).body()).contains("may not go on any more");
        }
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void keepBackWhatAnotherGaveForOtherPurposes() {
        String about = received(Tlp.GREEN, List.of(), Purpose.STRATEGIC_ANALYSIS);

        assertThat(xa.get(JOINT + "?about=" + about).body())
                .contains("it was given for other purposes")
                .doesNotContain("About: ", "mill-strait");
    }

    @Test
    void letNothingBecomeWiderOrRealByIt() {
        String about = "incident.report/xa/" + reported(Map.of("tlp", "AMBER_STRICT", "handlingCodes", List.of("H2")));
        Page form = xa.get(JOINT + "?about=" + about);
        assertThat(form.body()).containsPattern(chosen("AMBER_STRICT")).containsPattern(chosen("H2"));

        Page wider = xa.post(form, JOINT, joint(form, Map.of("tlp", "AMBER")));
        Page bare = xa.post(form, JOINT, joint(form, Map.of("handlingCodes", "H1")));
        Page real = xa.post(form, JOINT, joint(form, Map.of("status", "ACTUAL")));

        assertThat(wider.body()).contains("Mark it no wider than what this request began from");
        assertThat(bare.body()).contains("Keep the restrictions of what this request began from");
        assertThat(real.body()).contains("It is as real, or an exercise, as what this request began from");
        for (Page refused : List.of(wider, bare, real)) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("What it says is filled in below", "name=\"about\"");
        }
        desks.xa.mailbag().take();
        xa.post(form, JOINT, joint(form, Map.of("tlp", "AMBER_STRICT", "handlingCodes", "H2")));
        assertThat(sent().getEnvelope().getSources()).singleElement().satisfies(source -> {
            assertThat(source.getOriginatorParty()).isEqualTo("xa");
            assertThat(source.getTlp()).isEqualTo(Tlp.AMBER_STRICT);
        });
    }

    @Test
    void fillInTheVesselOfAnOwnIncident() {
        String about = "incident.report/xa/"
                + reported(Map.of(
                        "vessel", Map.of("name", "Invented Star", "flag", "XB", "imoNumber", "9074729"),
                        "positionWgs84", Map.of("lat", 34.5, "lon", 24.25)));

        String form = xa.get(VESSEL + "?about=" + about).body();

        assertThat(form)
                .contains("vesselName\" value=\"Invented Star\"", "claimedFlag\" value=\"XB\"")
                .contains("imoNumber\" value=\"9074729\"", "position.lat\" value=\"34.5\"")
                .contains("position.lon\" value=\"24.25\"", "About: Rescue SEA-41");
    }

    @Test
    void keepWhereADraftBegan() {
        String about = received(Tlp.GREEN, List.of(), Purpose.OPERATIONAL_LE);
        Page form = xa.get(JOINT + "?about=" + about);

        Page kept = xa.post(form, JOINT, joint(form, Map.of("do", "keep")));

        assertThat(kept.body()).contains("The draft is kept", "What it says is filled in below", about);
        xa.post(kept, JOINT, joint(kept, Map.of("do", "discard")));
    }

    @Test
    void findNothingForThePartyThatDoesNotHaveIt() {
        for (String about : List.of(
                "alert.route/iom/" + UUID.randomUUID(),
                "incident.report/xb/" + UUID.randomUUID(),
                "coop.request/xa/" + UUID.randomUUID(),
                "none",
                "%3Cscript%3E")) {
            assertThat(xa.get("/desk/new?about=" + about).status()).as(about).isEqualTo(404);
            assertThat(xa.get(JOINT + "?about=" + about).status()).as(about).isEqualTo(404);
        }
    }

    /** What IOM tells XA; how it is referred to. */
    private static String received(Tlp tlp, List<HandlingCode> codes, Purpose purpose) {
        Envelope envelope = new Envelopes("iom", Clock.systemUTC())
                .build(
                        "alert.route",
                        new CaseFile(UUID.randomUUID(), Status.EXERCISE),
                        Lane.OPERATIONAL,
                        MessageType.ALERT,
                        Priority.MEDIUM,
                        new Handling(tlp, codes, null, List.of(purpose), null, false),
                        new Caller("duty-officer"),
                        null);
        desks.xa.receive(AlertRoute.newBuilder()
                .setEnvelope(envelope)
                .setRouteId("mill-strait")
                .setAlertKind(RouteAlertKind.NEW_ROUTE)
                .setUrgency(Urgency.IMMEDIATE)
                .setSeverity(Severity.SEVERE)
                .setCertainty(Certainty.LIKELY)
                .setModes(List.of(TransportMode.SEA))
                .setConcealmentMethods(List.of("tarpaulins"))
                .setValidFrom(Instant.now())
                .setSummary(SECRET)
                .build());
        return "alert.route/iom/" + envelope.getEventId();
    }

    private static String reported(Map<String, Object> changes) {
        Map<String, Object> incident = new HashMap<>(Map.of(
                "status", "EXERCISE",
                "releasableTo", List.of("unodc"),
                "incidentId", "SEA-41",
                "occurredAt", "2026-11-01T03:10:00Z",
                "type", "RESCUE",
                "positionWgs84", Map.of("lat", 34.5, "lon", 24.0)));
        incident.putAll(changes);
        return desks.xa
                .post("/api/v1/incidents", incident)
                .body()
                .get("eventId")
                .asString();
    }

    private static CoopRequest sent() {
        List<CoopRequest> requests = new ArrayList<>();
        desks.xa.mailbag().take().forEach(letter -> {
            if (letter.event() instanceof CoopRequest request) {
                requests.add(request);
            }
        });
        assertThat(requests).hasSize(1);
        return requests.getFirst();
    }

    private static Map<String, String> joint(Page form, Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(form.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.putAll(Map.of(
                "do", "submit",
                "status", "EXERCISE",
                "addressees", "xb",
                "subject", "Watch the mill",
                "factsSummary", SECRET,
                "assistanceSought", "To watch together",
                "legalBasis", "UNTOC 19",
                "urgency", "EXPECTED",
                "priority", "MEDIUM",
                "language", "en"));
        fields.putAll(Map.of(
                "tlp", "AMBER",
                "handlingCodes", "H1",
                "details.jointInvestigation.modusOperandi", "Rafts",
                "details.jointInvestigation.routes", "mill-strait",
                "details.jointInvestigation.lead", "xa"));
        fields.putAll(changes);
        return fields;
    }

    private static String chosen(String option) {
        return "value=\"" + option + "\"[^>]* checked=";
    }
}
