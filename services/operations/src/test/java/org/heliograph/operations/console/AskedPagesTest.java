package org.heliograph.operations.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.SigningKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages for which the console asks others: with whose token, and what it says if they do not answer. */
class AskedPagesTest {

    private static final String LETTERS = "/api/oversight/dead-letters";
    private static final String FIGURES = "/actuator/prometheus";
    private static final Policy POLICY = PolicyCompiler.compile(
                    PolicyFiles.ofBuild().folder())
            .with(
                    Map.of(),
                    List.of(
                            new SigningKey("xa", "xa-key", "{}", Optional.of(in(9))),
                            new SigningKey("xa", "xa-old", "{}", Optional.of(in(-1))),
                            new SigningKey("xb", "xb-key", "{}", Optional.empty())));

    private static TestConsole console;
    private PlainBrowser operator;

    private static Instant in(int days) {
        return Instant.now().plusSeconds(86_400L * days + 600);
    }

    @BeforeAll
    static void start() throws IOException {
        console = new TestConsole();
        console.situation().inForce(POLICY);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void signIn() {
        operator = console.operator();
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void deadLettersAreAskedForWithTheTokenOfTheOperatorAndShowNoContent() {
        console.answers(LETTERS, """
                {"items": [{"id": 17, "at": "2026-02-01T10:00:00Z", "topic": "inbox.xa.alerts", "partition": 2,
                  "offset": 9, "eventType": null, "reason": "kind at place", "behind": 16,
                  "discard": {"by": "second-operator", "reason": "of no use"}, "content": "of nobody's business"}],
                 "open": 3}
                """);

        String page = body("/letters");

        assertThat(page)
                .contains(
                        "State XA",
                        "inbox.xa.alerts/2@9",
                        "unreadable",
                        "kind at place",
                        "waits behind 16",
                        "second-operator wants to give it up",
                        "2 more wait")
                .doesNotContain("of nobody");
        assertThat(console.askedWith(LETTERS))
                .isNotEmpty()
                .isEqualTo(console.identity.signIns().lastToken());
        assertThat(page).contains("State XB", "It does not answer just now", "Withheld: counts are content");
    }

    @Test
    void aServiceThatRefusesOrTalksNonsenseIsSaidToDoSo() {
        console.refuses(LETTERS);
        assertThat(body("/letters")).contains("It does not let this be asked");

        console.answers(LETTERS, "<html>");
        assertThat(body("/letters")).contains("It answers something else than was asked for");
    }

    @Test
    void whatEndsIsShownSoonestFirstAndMarked() {
        console.answers("/api/clients", """
                [{"id": "xa-fusion", "party": "xa", "scopes": ["broker"], "secrets": [{"until": "%s"}, {}]},
                 {"id": "gate", "scopes": ["broker"], "secrets": [{"until": "%s"}]}]
                """.formatted(in(3), in(60)));

        String page = body("/parties");

        assertThat(page.substring(page.indexOf("What ends")))
                .containsSubsequence("ended", "xa-old", "in 3 days", "xa-fusion", "in 9 days", "xa-key", "gate")
                .containsSubsequence("Without an end", "no certificates", "xa-fusion", "xb-key")
                .doesNotContain("in 60 days");
        assertThat(page).contains("Protection unit of IOM", "active", "National authority");
        assertThat(console.askedWith("/api/clients"))
                .isEqualTo(console.identity.signIns().lastToken());
    }

    @Test
    void keysAndGrantsAreShownWhereIdentitySaysNothing() {
        console.refuses("/api/clients");

        assertThat(body("/parties")).contains("It does not let this be asked", "xa-key", "xb-key");
    }

    @Test
    void decisionsAreCountedByOutcomeAndRuleSinceTheyAreKnown() {
        console.answers(FIGURES, figures(100, 7));
        await().untilAsserted(() -> assertThat(body("/decisions")).contains("Increases are known since"));
        console.answers(FIGURES, figures(141, 9));

        await().untilAsserted(() -> assertThat(body("/decisions"))
                .contains("Released", ">41<", "Refused", ">R14<", ">2<", "shared coordinates are rounded")
                .doesNotContain(">141<"));
        assertThat(console.askedWith(FIGURES)).isEqualTo("token-for-gate");

        console.refuses(FIGURES);
        await().untilAsserted(() -> assertThat(body("/decisions")).contains("It does not let this be asked", ">41<"));
    }

    private static String figures(int released, int refused) {
        return """
                # TYPE heliograph_gate_records_total counter
                heliograph_gate_records_total{outcome="released",rule="none"} %d.0
                heliograph_gate_records_total{outcome="refused",rule="R14"} %d.0
                heliograph_gate_sequence_gaps_total{outbox="outbox.xa"} 3.0
                """.formatted(released, refused);
    }

    private String body(String path) {
        PlainBrowser.Page page = operator.get("/console" + path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.body();
    }
}
