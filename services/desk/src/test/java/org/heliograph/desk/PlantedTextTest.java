package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.desk.StepForms.at;
import static org.heliograph.desk.StepForms.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.RequestKind;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A script in any text that somebody may write is text, wherever it is shown. */
class PlantedTextTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final Pattern FIELD = Pattern.compile("<(input|textarea|select)[^>]* name=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(draft|version)\" value=\"([^\"]+)\"");

    /** Ids and words by which a desk finds what an event is about. */
    private static final Set<String> KEYS =
            Set.of("envelope", "addressee", "addressees", "requestingParty", "actorParty", "lead", "participants");

    private static TwoDesks desks;
    private PlainBrowser browser = new PlainBrowser("http://127.0.0.1", "en");

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void signIn() {
        signInAt("xa");
    }

    @AfterEach
    void close() {
        browser.close();
        desks.emptyTheBags();
    }

    static List<RequestKind> kinds() {
        return SampleRequests.KINDS;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comesBackAsTextFromTheFormOfEachKind(RequestKind kind) {
        String path = "/desk/new/" + kind;
        Page form = browser.get(path);
        Map<String, String> planted = new HashMap<>();
        fields(form).forEach(field -> planted.put(field, "\">" + SCRIPT));
        Matcher hidden = HIDDEN.matcher(form.body());
        while (hidden.find()) {
            planted.put(hidden.group(1), hidden.group(2));
        }
        assertThat(planted).hasSizeGreaterThan(18);

        for (String button : List.of("preview", "submit", "keep")) {
            planted.put("do", button);
            Page shown = browser.post(form, path, planted);
            assertThat(shown.body()).contains(ESCAPED).doesNotContain(SCRIPT);
        }
        assertThat(browser.get("/desk/new").body()).contains(ESCAPED).doesNotContain(SCRIPT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isTextWhereARequestOfEachKindCame(RequestKind kind) {
        String id = desks.submit(TwoDesks.toUnodc(kind));
        SpecificRecord event = desks.xa.mailbag().take().getFirst().event();
        event.put(event.getSchema().getField("addressees").pos(), List.of("unodc"));
        int places = plant(event);
        desks.unodc.receive(event);
        signInAt("unodc");

        Page shown = browser.get("/desk/requests/" + id);

        assertThat(places).isGreaterThan(5);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().split(Pattern.quote(ESCAPED), -1)).hasSizeGreaterThan(places - 3);
        for (String page : List.of("/desk/requests/" + id, "/desk", "/desk/requests")) {
            assertThat(browser.get(page).body()).contains(ESCAPED).doesNotContain(SCRIPT);
        }
    }

    @Test
    void comesBackAsTextFromTheFormOfEachStep() {
        String id = desks.inProgressAtUnodc(RequestKind.JOINT_INVESTIGATION);
        signInAt("unodc");
        Page request = browser.get("/desk/requests/" + id);

        for (String act : List.of("ASK", "POSTPONE", "CONSULT", "DECLINE", "FULFIL")) {
            Map<String, String> planted = new HashMap<>();
            fields(request).forEach(field -> planted.put(field, "\">" + SCRIPT));
            planted.putAll(at(4));
            // Too long for any of them, so that none is taken.
            planted.computeIfPresent("questions", (_, text) -> text + "x".repeat(1_001));
            Page refused = browser.post(request, step(id, act), planted);
            assertThat(refused.status()).as(act).isEqualTo(422);
            assertThat(refused.body()).as(act).contains(ESCAPED).doesNotContain(SCRIPT);
        }
    }

    @Test
    void isTextInTheTimeline() {
        String id = desks.inProgressAtUnodc(RequestKind.JOINT_INVESTIGATION);
        for (Map.Entry<String, Map<String, Object>> step : steps().entrySet()) {
            assertThat(desks.step(id, step.getKey(), step.getValue()).status()).isEqualTo(200);
        }
        desks.unodc.mailbag().take().forEach(letter -> {
            if (letter.event() instanceof CoopEvent event) {
                assertThat(plant(event)).isPositive();
                desks.xa.receive(event);
            }
        });

        String shown = browser.get("/desk/requests/" + id).body();

        assertThat(shown.split(Pattern.quote(ESCAPED), -1)).hasSizeGreaterThan(5);
        assertThat(shown).doesNotContain(SCRIPT);
    }

    private static Map<String, Map<String, Object>> steps() {
        return new TreeMap<>(Map.of(
                "consult", Map.of("version", 4, "reasonCode", "DOMESTIC_LAW_PROHIBITS", "reason", "Act 7"),
                "fulfil",
                        Map.of(
                                "version",
                                5,
                                "whole",
                                false,
                                "summary",
                                "Some",
                                "results",
                                List.of("https://files.example/1"),
                                "counts",
                                Map.of("arrests", 1),
                                "formalRequest",
                                Map.of("reference", "MLA 12/2026", "sentOn", "2026-02-20"))));
    }

    @Test
    void isTextInAnIncidentThatCame() {
        desks.unodc.post(
                "/api/v1/incidents",
                Map.of(
                        "status", "EXERCISE",
                        "releasableTo", List.of("xa"),
                        "incidentId", "SEA-41",
                        "occurredAt", "2026-11-01T03:10:00Z",
                        "type", "RESCUE",
                        "place", Map.of("name", "Invented bay"),
                        "measuresTaken", List.of("Towed")));
        IncidentReport incident =
                (IncidentReport) desks.unodc.mailbag().take().getFirst().event();
        assertThat(plant(incident)).isGreaterThan(2);
        desks.xa.receive(incident);
        String id = incident.getEnvelope().getEventId().toString();

        for (String page : List.of(
                "/desk/incidents",
                "/desk/incidents/unodc/" + id,
                "/desk/new/JOINT_INVESTIGATION?about=incident.report/unodc/" + id)) {
            assertThat(browser.get(page).body()).as(page).contains(ESCAPED).doesNotContain(SCRIPT);
        }
    }

    private void signInAt(String party) {
        browser.close();
        desks.identity.signIns().are(party, party + "-duty-officer");
        browser = new PlainBrowser((party.equals("xa") ? desks.xa : desks.unodc).address(), "en");
    }

    private static Set<String> fields(Page page) {
        Set<String> names = new TreeSet<>();
        Matcher field = FIELD.matcher(page.body());
        while (field.find()) {
            names.add(field.group(2));
        }
        names.removeAll(Set.of("_csrf", "draft", "version", "do", "about"));
        return names;
    }

    /** Writes a script into every text of an event; how many there are. */
    private static int plant(SpecificRecord event) {
        int places = 0;
        for (Schema.Field field : event.getSchema().getFields()) {
            if (KEYS.contains(field.name())) {
                continue;
            }
            Object value = event.get(field.pos());
            if (value instanceof String text) {
                event.put(field.pos(), text + SCRIPT);
                places++;
            } else if (value instanceof SpecificRecord part) {
                places += plant(part);
            } else if (value instanceof List<?> list) {
                List<Object> planted = new ArrayList<>();
                for (Object item : list) {
                    planted.add(item instanceof String text ? text + SCRIPT : item);
                    places += item instanceof String ? 1 : item instanceof SpecificRecord part ? plant(part) : 0;
                }
                event.put(field.pos(), planted);
            }
        }
        return places;
    }
}
