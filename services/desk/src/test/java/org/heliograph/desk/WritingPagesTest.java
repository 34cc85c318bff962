package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Tlp;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** XA's officers write requests on pages, and look at what they received and sent. */
class WritingPagesTest {

    private static final String NEW = "/desk/new/LEGISLATIVE_ASSISTANCE";
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
    private static TwoDesks desks;
    private PlainBrowser xa;

    @BeforeAll
    static void start() throws IOException {
        desks = new TwoDesks();
        desks.gate.tellsEligible(
                "{\"recipients\":{\"LEGISLATIVE_ASSISTANCE\":[\"unodc\",\"xb\"]},\"policyVersion\":\"w\"}");
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @BeforeEach
    void signIn() {
        desks.identity.signIns().are("xa", "xa-duty-officer");
        desks.gate.answers(200, """
                {"outcome":"RELEASED","rule":null,"reason":null,"releasedTo":["unodc"],
                 "withheldFrom":[{"party":"xb","rule":"R2","reason":"not cleared for AMBER"}],
                 "decidedAt":"2026-11-24T10:00:00Z","policyVersion":"%s"}""".formatted("0".repeat(64)));
        xa = new PlainBrowser(desks.xa.address(), "en");
    }

    @AfterEach
    void close() {
        xa.close();
        desks.emptyTheBags();
    }

    @Test
    void sayWhatTheMarkingsMeanAndWhatIsNeeded() {
        Page kinds = xa.get("/desk/new");
        Page form = xa.get(NEW);

        assertThat(kinds.body())
                .contains(
                        "Legislative assistance",
                        "Vessel registry",
                        "Requests about one person need sealing, which is not there yet: they cannot be submitted.")
                .doesNotContain("Facilitation");
        assertThat(form.body())
                .contains(
                        "For the organisations that are named and the authorities they serve", "UNODC", "Articles of");
        assertThat(xa.get("/desk/new/RETURN_FACILITATION").status()).isEqualTo(404);
        assertThat(xa.get("/desk/new/FAVOUR").status()).isEqualTo(404);
    }

    @Test
    void haveAFieldForAllThatTheRestLayerTakes() {
        List<JsonNode> kinds = desks.xa
                .get("/api/v1/requests/kinds")
                .body()
                .get("kinds")
                .valueStream()
                .filter(kind -> kind.get("available").asBoolean() && kind.has("details"))
                .toList();

        assertThat(kinds).hasSize(8);
        for (JsonNode kind : kinds) {
            String form = xa.get("/desk/new/" + kind.get("kind").asString()).body();
            for (JsonNode field : kind.get("fields")) {
                String name = "details." + kind.get("details").asString() + "."
                        + field.get("name").asString();
                assertThat(form).contains("name=\"" + name);
            }
        }
    }

    @Test
    void submitWithoutScriptsOnceHoweverOftenTheyAreSent() {
        Page form = xa.get(NEW);
        Map<String, String> filled = filled(form, "submit");

        Page submitted = xa.post(form, NEW, filled);
        Page again = xa.post(form, NEW, filled);

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.at().getPath())
                .startsWith("/desk/requests/")
                .isEqualTo(again.at().getPath());
        assertThat(submitted.body())
                .contains("XA-", "Review of a draft law", "Nobody has answered yet", "Bill 12/2026");
        List<Mailbag.Letter> letters = desks.xa.mailbag().take();
        assertThat(letters).hasSize(1);
        CoopRequest request = (CoopRequest) letters.getFirst().event();
        assertThat(request.getEnvelope().getTlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(letters.getFirst().distribution().getReleasableTo()).containsExactly("unodc");
    }

    @Test
    void sayWhatIsWrongAndKeepWhatWasWritten() {
        Page form = xa.get(NEW);
        Map<String, String> filled = filled(form, "submit");
        filled.put("subject", "");
        filled.put("dueAt", "2020-01-01T00:00");
        filled.put("details.legislativeAssistance.articles", "");

        Page refused = xa.post(form, NEW, filled);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Write a subject of 200", "Fill in as asked for: Articles", "A draft is before parliament.")
                .contains("href=\"#new-subject\"", "id=\"new-subject-error\"");
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void showWhoWillReceiveItAndWhoWillNot() {
        Page form = xa.get(NEW);

        Page shown = xa.post(form, NEW, filled(form, "preview"));
        Page beside = xa.post(form, NEW + "/preview", filled(form, "preview"));
        desks.gate.answers(503, "");
        Page away = xa.post(form, NEW, filled(form, "preview"));
        Map<String, String> lacking = filled(form, "preview");
        lacking.put("subject", "");

        for (Page page : List.of(shown, beside)) {
            assertThat(page.body())
                    .contains("Has or gets a copy", "UNODC", "State XB, by rule R2", "not cleared for AMBER");
        }
        assertThat(beside.body()).doesNotContain("<html", "<header");
        assertThat(shown.body()).contains("A draft is before parliament.");
        assertThat(away.body()).contains("You can submit all the same");
        assertThat(xa.post(form, NEW + "/preview", lacking).body()).contains("Fill in what is needed first");
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void keepADraftForTheDeskUntilItIsSubmitted() {
        Page form = xa.get(NEW);
        Map<String, String> unfinished = filled(form, "keep");
        unfinished.put("subject", "Half " + SCRIPT);
        unfinished.remove("status");

        Page kept = xa.post(form, NEW, unfinished);
        assertThat(kept.body()).contains("The draft is kept", "Half " + ESCAPED).doesNotContain(SCRIPT);
        assertThat(xa.get("/desk/new").body()).contains("Half " + ESCAPED).doesNotContain(SCRIPT);

        Map<String, String> finished = filled(kept, "submit");
        Page submitted = xa.post(kept, NEW, finished);
        assertThat(submitted.at().getPath()).startsWith("/desk/requests/");
        assertThat(xa.get("/desk/new").body()).doesNotContain("Half ");
    }

    @Test
    void letTheFirstOfTwoWhoKeepADraftWin() {
        Page form = xa.get(NEW);
        Page seenByBoth = xa.post(form, NEW, filled(form, "keep"));
        Map<String, String> late = filled(seenByBoth, "keep");
        late.put("subject", "Written late");
        xa.post(seenByBoth, NEW, filled(seenByBoth, "keep"));

        Page overtaken = xa.post(seenByBoth, NEW, late);

        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.body()).contains("Somebody kept, submitted or discarded this draft", "Written late");
        Page own = xa.post(overtaken, NEW, filled(overtaken, "keep"));
        assertThat(own.body()).contains("The draft is kept");
        xa.post(own, NEW, filled(own, "discard"));
        assertThat(xa.get("/desk/new").body().split("desk-list__name", -1)).hasSize(8 + 1 + 1);
    }

    @Test
    void escapeEveryTextThatComesBack() {
        Page form = xa.get(NEW);
        Map<String, String> planted = filled(form, "preview");
        for (String text : List.of(
                "subject",
                "factsSummary",
                "assistanceSought",
                "legalBasis",
                "handlingNote",
                "addressees.others",
                "language",
                "dueAt",
                "status",
                "attachments.0.title",
                "attachments.0.uri",
                "details.legislativeAssistance.law",
                "details.legislativeAssistance.articles")) {
            planted.put(text, "\">" + SCRIPT);
        }

        Page shown = xa.post(form, NEW, planted);
        planted.put("do", "submit");
        Page refused = xa.post(form, NEW, planted);

        assertThat(shown.body()).contains(ESCAPED).doesNotContain(SCRIPT);
        assertThat(refused.body()).contains(ESCAPED).doesNotContain(SCRIPT);
    }

    @Test
    void refuseADraftWithoutTheTokenOfTheSession() {
        Page form = xa.get(NEW);

        assertThat(xa.post(NEW, "none", filled(form, "submit")).status()).isEqualTo(403);
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void listWhatWasSentAndIncidentsAndAlerts() {
        String incident = desks.xa
                .post(
                        "/api/v1/incidents",
                        Map.of(
                                "status",
                                "EXERCISE",
                                "releasableTo",
                                List.of("unodc"),
                                "incidentId",
                                "SEA-41 " + SCRIPT,
                                "occurredAt",
                                "2026-11-01T03:10:00Z",
                                "type",
                                "RESCUE",
                                "dead",
                                2,
                                "positionWgs84",
                                Map.of("lat", 34.5, "lon", 24.0)))
                .body()
                .get("eventId")
                .asString();

        assertThat(xa.get("/desk/incidents").body())
                .contains("Rescue", "SEA-41 " + ESCAPED)
                .doesNotContain(SCRIPT);
        assertThat(xa.get("/desk/incidents/xa/" + incident).body())
                .contains("This is an exercise", "Dead", "The gate has not answered yet")
                .doesNotContain("Survivors", SCRIPT);
        assertThat(xa.get("/desk/incidents/xb/" + incident).status()).isEqualTo(404);
        assertThat(xa.get("/desk/shared").body()).contains("An incident report", "Waiting for the gate");
        assertThat(xa.get("/desk/shared/" + incident).body())
                .contains("Such an event cannot be confirmed yet", "The gate has not answered yet");
        assertThat(xa.get("/desk/shared/00000000-0000-4000-8000-000000000000").status())
                .isEqualTo(404);
        assertThat(xa.get("/desk/alerts").body()).contains("No route alert was released to this party");
        assertThat(xa.get("/desk/alerts/iom/" + incident).status()).isEqualTo(404);
    }

    private static Map<String, String> filled(Page form, String button) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("draft", found(DRAFT, form));
        fields.put("version", found(VERSION, form));
        fields.put("do", button);
        fields.put("status", "EXERCISE");
        fields.put("addressees", "unodc");
        fields.put("subject", "Review of a draft law");
        fields.put("factsSummary", "A draft is before parliament.");
        fields.put("assistanceSought", "Comments on article 5");
        fields.put("urgency", "EXPECTED");
        fields.put("priority", "MEDIUM");
        fields.put("language", "en");
        fields.put("tlp", "AMBER_STRICT");
        fields.put("details.legislativeAssistance.law", "Bill 12/2026");
        fields.put("details.legislativeAssistance.stage", "PLANNED");
        fields.put("details.legislativeAssistance.articles", "5\n16");
        return new HashMap<>(fields);
    }

    private static String found(Pattern pattern, Page page) {
        Matcher matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " at " + page.at() + ": " + page.body());
        }
        return matcher.group(1);
    }
}
