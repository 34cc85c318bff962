package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.desk.StepForms.at;
import static org.heliograph.desk.StepForms.step;
import static org.heliograph.desk.StepForms.with;

import java.io.IOException;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of UNODC and XA as a browser without scripts sees them. */
class PagesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static TwoDesks desks;
    private PlainBrowser unodc;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void signIn() {
        desks.identity.signIns().are("unodc", "unodc-duty-officer");
        desks.identity.signIns().refuse(false);
        desks.identity.signIns().last(Duration.ofMinutes(5));
        unodc = new PlainBrowser(desks.unodc.address(), "en");
    }

    @AfterEach
    void close() {
        unodc.close();
    }

    @Test
    void comeAfterSigningInAtIdentity() {
        Page page = unodc.get("/desk");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.at().getPath()).isEqualTo("/desk");
        assertThat(page.body()).contains("unodc-duty-officer", "<html lang=\"en\"", "My work");
        HttpCookie session = unodc.cookies().stream()
                .filter(cookie -> cookie.getName().equals("heliograph-desk-unodc"))
                .findFirst()
                .orElseThrow();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getPath()).isEqualTo("/desk");
    }

    @Test
    void giveASessionAnotherIdAtSignInAndMakeItsFormsWorthless() {
        assertThat(unodc.get("/desk/signed-out?lang=en").status()).isEqualTo(200);
        desks.identity.signIns().refuse(true);
        unodc.get("/desk");
        String before = unodc.session();
        desks.identity.signIns().refuse(false);
        Page work = unodc.get("/desk");

        assertThat(before).isNotEmpty();
        assertThat(unodc.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(unodc.post("/desk/sign-out", "planted", Map.of()).status()).isEqualTo(403);
        assertThat(unodc.get("/desk").body()).contains("unodc-duty-officer");
        assertThat(work.status()).isEqualTo(200);
    }

    @Test
    void turnAwayAnOfficerOfAnotherParty() {
        desks.identity.signIns().are("xb", "xb-duty-officer");

        Page page = unodc.get("/desk");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("This is not your desk").doesNotContain("xb-duty-officer");
    }

    @Test
    void endWithTheTokenOfTheOfficer() {
        desks.identity.signIns().last(Duration.ofSeconds(3));
        unodc.get("/desk");
        desks.awaitEndOfToken();
        desks.identity.signIns().refuse(true);

        Page page = unodc.get("/desk");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("You are not signed in").doesNotContain("unodc-duty-officer");
    }

    @Test
    void takeAFormThatWasSentWhenTheTokenHadEnded() {
        String id = desks.sentToUnodc(Map.of());
        desks.identity.signIns().last(Duration.ofSeconds(3));
        Page request = unodc.get("/desk/requests/" + id);
        desks.awaitEndOfToken();
        desks.identity.signIns().last(Duration.ofMinutes(5));

        Page taken = unodc.post(request, step(id, "ACKNOWLEDGE"), at(0));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(desks.state(desks.unodc, id)).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void dropAFormOfAnotherOfficer() {
        String id = desks.sentToUnodc(Map.of());
        desks.identity.signIns().last(Duration.ofSeconds(3));
        Page request = unodc.get("/desk/requests/" + id);
        desks.awaitEndOfToken();
        desks.identity.signIns().last(Duration.ofMinutes(5));
        desks.identity.signIns().are("unodc", "unodc-second-officer");

        Page other = unodc.post(request, step(id, "ACKNOWLEDGE"), at(0));

        assertThat(other.status()).isEqualTo(200);
        assertThat(desks.state(desks.unodc, id)).isEqualTo("SUBMITTED");
        assertThat(unodc.post(step(id, "ACKNOWLEDGE"), request.csrf(), at(0)).status())
                .isEqualTo(403);
    }

    @Test
    void refuseAFormWithoutItsToken() {
        String id = desks.sentToUnodc(Map.of());
        unodc.get("/desk");

        Page refused = unodc.post(step(id, "ACKNOWLEDGE"), "none", at(0));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("This form is too old");
        assertThat(desks.state(desks.unodc, id)).isEqualTo("SUBMITTED");
    }

    @Test
    void leadThroughARequestAndSayWhatIsMissing() {
        String id = desks.sentToUnodc(Map.of());
        assertThat(unodc.get("/desk").body()).contains("Review of a draft law", "Due in", "XA-");
        Page request = unodc.get("/desk/requests/" + id);
        assertThat(request.body())
                .contains("This is an exercise", "Acknowledge")
                .doesNotContain("data-act=\"ACCEPT\"");

        Page acknowledged = unodc.post(request, step(id, "ACKNOWLEDGE"), at(0));
        Page silent = unodc.post(acknowledged, step(id, "ASK"), at(1));
        Page asked = unodc.post(acknowledged, step(id, "ASK"), with(at(1), "questions", "Which article?\nBy when?"));

        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("Write 1 to 20 questions", "govuk-error-summary");
        assertThat(asked.body()).contains("Information needed", "Which article?", "By when?", "Paused");
        assertThat(unodc.get("/desk").body()).contains("Paused: waiting for the requester");
    }

    @Test
    void showTheSecondOfTwoOfficersWhatChanged() {
        String id = desks.sentToUnodc(Map.of());
        Page seenByBoth = unodc.get("/desk/requests/" + id);
        unodc.post(seenByBoth, step(id, "ACKNOWLEDGE"), at(0));

        Page late = unodc.post(seenByBoth, step(id, "ACKNOWLEDGE"), at(0));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Nothing was changed", "Somebody was faster", "What changed meanwhile");
        assertThat(desks.unodc.get("/api/v1/requests/" + id).body().get("timeline"))
                .hasSize(1);
    }

    @Test
    void findRequestsByReferenceSubjectStateAndDirection() {
        String id = desks.sentToUnodc(Map.of("subject", "Marine radar"));
        String reference = desks.unodc
                .get("/api/v1/requests/" + id)
                .body()
                .get("reference")
                .asString();

        assertThat(unodc.get("/desk/requests?text=mar%20RAD").body()).contains("Marine radar", reference);
        assertThat(unodc.get("/desk/requests?text=" + reference.toLowerCase(Locale.ROOT))
                        .body())
                .contains("Marine radar")
                .doesNotContain("No request is as you ask");
        assertThat(unodc.get("/desk/requests?text=radar&state=SUBMITTED&direction=IN&kind=LEGISLATIVE_ASSISTANCE")
                        .body())
                .contains("Marine radar");
        for (String other : new String[] {"text=sonar", "text=radar&direction=OUT", "text=radar&state=CLOSED"}) {
            assertThat(unodc.get("/desk/requests?" + other).body())
                    .contains("No request is as you ask")
                    .doesNotContain("Marine radar");
        }
        assertThat(unodc.get("/desk/requests?text=%27%3A%26%7C%21").status()).isEqualTo(200);
        assertThat(unodc.get("/desk/requests?page=-1").status()).isEqualTo(400);
    }

    @Test
    void showWhatOthersWroteAsText() {
        String id = desks.sentToUnodc(Map.of(
                "subject",
                "S" + SCRIPT,
                "factsSummary",
                "F" + SCRIPT,
                "assistanceSought",
                "A" + SCRIPT,
                "legalBasis",
                "L" + SCRIPT));
        Page request = unodc.get("/desk/requests/" + id);
        unodc.post(request, step(id, "ACKNOWLEDGE"), at(0));
        Page asked = unodc.post(request, step(id, "ASK"), with(at(1), "questions", "Q" + SCRIPT));

        assertThat(asked.body()).doesNotContain(SCRIPT);
        for (String field : new String[] {"S", "F", "A", "L", "Q"}) {
            assertThat(asked.body()).contains(field + "&lt;script&gt;alert(1)&lt;/script&gt;");
        }
        assertThat(unodc.get("/desk").body()).doesNotContain(SCRIPT);
        assertThat(unodc.get("/desk/requests?text=%22%3E" + "%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain(SCRIPT);
    }

    @Test
    void protectThemselvesInTheBrowser() {
        Page page = unodc.get("/desk");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("style=", "onclick", "javascript:");
    }

    @Test
    void leadNowhereElseAfterSigningIn() {
        for (String path : new String[] {
            "/desk?continue=https://example.org",
            "/desk?redirect=//example.org",
            "/desk/sign-in/identity?redirect_uri=https://example.org&continue=https://example.org",
            "/desk/signed-out?lang=https://example.org"
        }) {
            try (PlainBrowser fresh = new PlainBrowser(desks.unodc.address(), "en")) {
                assertThat(fresh.get(path).at().toString()).startsWith(desks.unodc.address() + "/desk");
            }
        }
    }

    @Test
    void areNotFoundWhereThereIsNothingForThisParty() {
        unodc.get("/desk");
        for (String path : new String[] {
            "/desk/requests/" + UUID.randomUUID(), "/desk/requests/none", "/desk/nothing", "/desk/problem"
        }) {
            Page page = unodc.get(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.body()).contains("There is nothing here for your desk");
        }
        Page work = unodc.get("/desk");
        assertThat(unodc.post(work, step(UUID.randomUUID().toString(), "ACKNOWLEDGE"), at(0))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void speakTheLanguageThatIsAskedFor() {
        try (PlainBrowser french = new PlainBrowser(desks.unodc.address(), "fr-CA, en;q=0.5")) {
            assertThat(french.get("/desk").body()).contains("Mon travail", "<html lang=\"fr\"");
            assertThat(french.get("/desk?lang=en").body()).contains("My work");
            assertThat(french.get("/desk").body()).contains("My work");
            assertThat(french.get("/desk?lang=xx").body()).contains("My work");
        }
    }

    @Test
    void doWithoutTheFontAndTheCrestOfTheirDesignSystem() {
        String css = unodc.get("/desk/assets/govuk.css").body();

        assertThat(css).contains(".govuk-button").doesNotContain("GDS Transport", "@font-face", "crest.svg");
        assertThat(unodc.get("/desk/assets/htmx.js").body()).contains("htmx");
        assertThat(unodc.get("/desk/assets/other.js").status()).isEqualTo(404);
    }

    @Test
    void openNothingOfTheRestLayerToASession() {
        unodc.get("/desk");
        assertThat(unodc.get("/api/v1/requests").status()).isEqualTo(401);
    }
}
