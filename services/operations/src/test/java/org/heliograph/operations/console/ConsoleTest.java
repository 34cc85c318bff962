package org.heliograph.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets to the console, and what guards it in a browser. */
class ConsoleTest {

    private static TestConsole console;

    @BeforeAll
    static void start() throws IOException {
        console = new TestConsole();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void letIn() {
        console.identity.signIns().refuse(false);
        console.situation().isEmpty();
    }

    @Test
    void comesAfterSigningInAtIdentity() {
        try (PlainBrowser operator = console.operator()) {
            Page page = operator.get("/");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.at().getPath()).isEqualTo("/console");
            assertThat(page.body()).contains("duty-operator", "<html lang=\"en\"", "What is wrong now", "Operations");
            HttpCookie session = operator.cookies().stream()
                    .filter(cookie -> cookie.getName().equals("heliograph-console"))
                    .findFirst()
                    .orElseThrow();
            assertThat(session.isHttpOnly()).isTrue();
            assertThat(session.getPath()).isEqualTo("/console");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/lag",
                "/lag/group?group=xb.inbox&topic=x",
                "/parties",
                "/decisions",
                "/drift",
                "/letters",
                "/runbooks/policy-drift"
            })
    void turnsAwayAnOfficerOfAParty(String path) {
        console.identity.signIns().are("xa", "xa-duty-officer");
        try (PlainBrowser officer = new PlainBrowser(console.address(), "en")) {
            Page page = officer.get("/console" + path);

            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body()).contains("The console is for operators").doesNotContain("xa-duty-officer");
        }
    }

    @Test
    void turnsAwayATokenForOperationsOfSomebodyElseThanAnOperator() {
        console.identity.signIns().are("operations", "metrics", "metrics");
        try (PlainBrowser other = new PlainBrowser(console.address(), "en")) {
            assertThat(other.get("/console").status()).isEqualTo(403);
        }
    }

    @Test
    void endsWithTheAccountOfTheOperator() {
        try (PlainBrowser operator = console.operator()) {
            operator.get("/console");
            console.identity.end(console.identity.signIns().lastToken());
            console.identity.signIns().refuse(true);

            // For so long answers of identity are remembered.
            console.passForTokens(Duration.ofSeconds(10));
            Page page = operator.get("/console");

            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body()).contains("You are not signed in").doesNotContain("duty-operator");
        }
    }

    @Test
    void signsOutWithItsOwnFormAlone() {
        try (PlainBrowser operator = console.operator()) {
            Page page = operator.get("/console");

            Page forged = operator.post("/console/sign-out", "planted", Map.of());
            assertThat(forged.status()).isEqualTo(403);
            assertThat(forged.body()).contains("This form is too old");
            assertThat(operator.get("/console").body()).contains("duty-operator");

            console.identity.signIns().refuse(true);
            operator.post(page, "/console/sign-out", Map.of());
            assertThat(operator.get("/console").status()).isEqualTo(403);
            assertThat(operator.get("/console/signed-out").body()).contains("You are signed out");
        }
    }

    @Test
    void protectsItselfInTheBrowser() {
        try (PlainBrowser operator = console.operator()) {
            Page page = operator.get("/console");

            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.body()).doesNotContain("style=", "onclick", "javascript:", "<script>");
        }
    }

    @Test
    void opensNothingOfTheRestLayerToASession() throws IOException, InterruptedException {
        try (PlainBrowser operator = console.operator();
                HttpClient client = HttpClient.newHttpClient()) {
            operator.get("/console");
            assertThat(operator.get("/api/lag").status()).isEqualTo(401);

            HttpResponse<String> forParty = client.send(
                    HttpRequest.newBuilder(URI.create(console.address() + "/api/lag"))
                            .header("Authorization", "Bearer " + console.identity.token("xa", "officer"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(forParty.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void takesNoBearerTokenForItsPages() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(console.address() + "/console"))
                            .header("Authorization", "Bearer " + console.identity.token("operations", "operator"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("/console/sign-in/"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/nothing",
                "/console/problem",
                "/console/runbooks/none",
                "/console/assets/none.js",
                "/console/lag/group?group=nobody.here&topic=none",
                "/console/lag?state=STRANGE",
                "/console/runbooks/..%2fpolicy"
            })
    void isNotFoundWhereThereIsNothing(String path) {
        try (PlainBrowser operator = console.operator()) {
            operator.get("/console");

            assertThat(operator.get(path).status()).isIn(400, 404);
        }
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        console.operator().close();
        try (PlainBrowser french = new PlainBrowser(console.address(), "fr-CA, en;q=0.5")) {
            assertThat(french.get("/console").body()).contains("Ce qui ne va pas maintenant", "<html lang=\"fr\"");
            for (String page : new String[] {"lag", "parties", "decisions", "drift", "letters"}) {
                Page shown = french.get("/console/" + page);
                assertThat(shown.status()).as(page).isEqualTo(200);
                assertThat(shown.body()).contains("Vue d’ensemble");
            }
            assertThat(french.get("/console?lang=en").body()).contains("What is wrong now");
        }
    }

    @Test
    void bringsWhatItsPagesLoad() {
        try (PlainBrowser operator = console.operator()) {
            assertThat(operator.get("/console/assets/uplot.js").body()).contains("uPlot");
            assertThat(operator.get("/console/assets/uplot.css").body()).contains(".uplot");
            assertThat(operator.get("/console/assets/chart.js").body()).contains("table[data-chart]");
            assertThat(operator.get("/console/assets/console.css").body()).contains(".console-table");
            assertThat(operator.get("/console/assets/govuk.css").body()).doesNotContain("GDS Transport", "@font-face");
            assertThat(operator.get("/console/assets/htmx.js").status()).isEqualTo(404);
        }
    }
}
