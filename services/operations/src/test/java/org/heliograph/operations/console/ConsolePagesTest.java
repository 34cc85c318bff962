package org.heliograph.operations.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.operations.console.StagedSituation.row;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.operations.cluster.DriftItem;
import org.heliograph.operations.lag.LagReport.Unavailable;
import org.heliograph.operations.lag.LagState;
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

/** What each page shows, with nothing, with trouble, and with names that somebody chose to do harm. */
class ConsolePagesTest {

    private final Policy policy = PolicyCompiler.compile(PolicyFiles.ofBuild().folder())
            .with(
                    Map.of(),
                    List.of(
                            new SigningKey(
                                    "xa",
                                    "xa-key",
                                    "{}",
                                    Optional.of(Instant.now().plusSeconds(86_400L * 9))),
                            new SigningKey("xb", "xb-key", "{}", Optional.empty())));
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final String NO_LETTERS = "{\"items\": [], \"open\": 0}";
    private static final String LETTERS = "/api/oversight/dead-letters";

    private static TestConsole console;
    private PlainBrowser operator;

    @BeforeAll
    static void start() throws IOException {
        console = new TestConsole();
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void signIn() {
        console.situation().isEmpty();
        console.answers(LETTERS, NO_LETTERS);
        console.answers("/api/clients", "[]");
        operator = console.operator();
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void allAreThereBeforeAnythingIsKnown() {
        assertThat(body("")).contains("No policy is in force", "No topic was looked at yet");
        assertThat(body("/lag")).contains("No reader was looked at yet");
        assertThat(body("/parties")).contains("nobody takes part");
        assertThat(body("/drift")).contains("Nothing was compared yet");
        assertThat(body("/decisions")).contains("How the gate judged");
        assertThat(body("/letters")).contains("State XA");
    }

    @Test
    void sayThatAllIsWell() {
        console.situation().inForce(policy);
        console.situation().compared(Instant.now(), List.of(), List.of(), Instant.now());
        console.situation().looked(Instant.now(), Map.of(), row("xb", "xb.inbox", "inbox.xb.alerts", 0, LagState.OK));
        console.answers(LETTERS, NO_LETTERS);

        assertThat(body("/drift")).contains("are as the policy says");
        assertThat(body("/lag")).contains("xb.inbox", "State XB").doesNotContain("No reader");
        assertThat(body("/letters")).contains("No letter waits");
        // One of the services that are asked does not answer.
        assertThat(body("")).contains("does not tell of dead letters").doesNotContain("govuk-tag--red");
    }

    @Test
    void theWorstComesFirstEachWithWhatToDo() {
        console.situation().inForce(policy);
        console.situation()
                .compared(
                        Instant.now(),
                        List.of(new DriftItem(
                                DriftItem.Kind.FOREIGN_RIGHT, "User:operations may READ TOPIC inbox.xa.x")),
                        List.of("User:operations may READ TOPIC inbox.xa.x"),
                        Instant.now());
        console.situation()
                .looked(
                        Instant.now(),
                        Map.of(),
                        row("xb", "xb.slow", "inbox.xb.alerts", 12, LagState.WARN),
                        row("xb", "xb.gone", "inbox.xb.alerts", 7, LagState.STOP));
        console.situation().behind("gate.1");
        console.answers(LETTERS, letter("alert.route", "iom", "kind at place"));

        String overview = body("");

        assertThat(overview)
                .containsSubsequence(
                        "Operations has a right that the policy does not give it",
                        "What to do when operations has rights too many",
                        "The gate gate.1 judges by an earlier version",
                        "Nobody of xb.gone (State XB) is connected",
                        "What to do when a reader is behind",
                        "Differences from the policy: 1",
                        "State XA: dead letters that wait: 3",
                        "xb.slow (State XB) reads inbox.xb.alerts");
        for (String runbook : List.of("operations-rights-grew", "reader-behind", "policy-drift", "dead-letters")) {
            assertThat(overview).contains("/console/runbooks/" + runbook);
        }
    }

    @Test
    void sayWhenNobodyHasLookedForLong() {
        console.situation().inForce(policy);
        Instant longAgo = Instant.now().minusSeconds(3_600);
        console.situation().compared(longAgo, List.of(), List.of(), longAgo);
        console.situation().looked(longAgo, Map.of());

        assertThat(body("")).contains("Readers were not looked at lately", "was not compared with the policy lately");
    }

    @Test
    void flowIsShownPerMinuteWithoutProtectionParties() {
        console.situation().inForce(policy);
        console.situation()
                .looked(
                        Instant.now(),
                        Map.of(
                                "outbox.xa", 20L,
                                "outbox.iom-protection", 31L,
                                "inbox.xa.alerts", 5L,
                                "inbox.xb.alerts", 6L,
                                "inbox.iom-protection.control", 7L,
                                "inbox.xa.control", 1L,
                                "public.knowledge.product", 2L));

        String overview = body("");

        assertThat(overview).contains(">120.0<", ">66.0<", ">12.0<", ">6.0<").doesNotContain("186.0", "42.0", "48.0");
        assertThat(overview).contains("withheld: counts are content", "without protection parties");
    }

    @Test
    void readersOfProtectionPartiesShowThatTheyAreInTroubleAndNoFigure() {
        console.situation().inForce(policy);
        console.situation()
                .looked(
                        Instant.now(),
                        Map.of(),
                        row(
                                "iom-protection",
                                "iom-protection.inbox",
                                "inbox.iom-protection.protection",
                                4711,
                                LagState.STOP),
                        row(null, "gate.1", "outbox.iom-protection", 4712, LagState.OK),
                        row("xb", "xb.inbox", "inbox.xb.alerts", 4713, LagState.OK));

        String lag = body("/lag");
        String group = body("/lag/group?group=iom-protection.inbox&topic=inbox.iom-protection.protection");

        assertThat(lag)
                .contains("4713", "iom-protection.inbox", "gate.1", "Stop")
                .doesNotContain("4711", "4712");
        assertThat(group).contains("Withheld: counts are content").doesNotContain("4711", "data-chart", "5 hours");
        assertThat(body("")).contains("iom-protection.inbox").doesNotContain("4711", "4712");
    }

    @Test
    void readersAreFoundByPartyAndState() {
        console.situation().inForce(policy);
        console.situation()
                .looked(
                        Instant.now(),
                        Map.of(),
                        row("xb", "xb.one", "inbox.xb.alerts", 3, LagState.STOP),
                        row("xb", "xb.two", "inbox.xb.alerts", 0, LagState.OK),
                        row("xa", "xa.one", "inbox.xa.alerts", 1, LagState.OK));

        assertThat(body("/lag?party=xb")).contains("xb.one", "xb.two").doesNotContain("xa.one");
        assertThat(body("/lag?party=xb&state=STOP")).contains("xb.one").doesNotContain("xb.two", "xa.one");
        assertThat(body("/lag?party=&state=")).contains("xb.one", "xb.two", "xa.one");
        assertThat(body("/lag?party=nobody")).contains("No group is as you ask").doesNotContain("xb.one");
        assertThat(body("/lag?party=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))
                .doesNotContain(SCRIPT);
    }

    @Test
    void theLastLooksAtAGroupAreATable() {
        console.situation().inForce(policy);
        Instant at = Instant.parse("2026-02-01T10:00:30Z");
        console.situation().looked(at, Map.of(), row("xb", "xb.one", "inbox.xb.alerts", 31, LagState.WARN));

        String page = body("/lag/group?group=xb.one&topic=inbox.xb.alerts");

        assertThat(page)
                .containsSubsequence("10:00:30", "data-value=\"31\"", "10:00:20", "data-value=\"31\"")
                .contains("data-chart=\"chart\"", "/console/assets/uplot.js", "/console/assets/chart.js");
    }

    @Test
    void whatOthersHaveNamedIsText() {
        console.situation().inForce(policy);
        console.situation()
                .looked(
                        Instant.now(),
                        Map.of("outbox." + SCRIPT, 1L),
                        row("xb", "xb." + SCRIPT, "t" + SCRIPT, 3, LagState.STOP));
        console.situation()
                .compared(
                        Instant.now(),
                        List.of(new DriftItem(DriftItem.Kind.FOREIGN_TOPIC, "topic " + SCRIPT)),
                        List.of(),
                        Instant.now());
        console.answers(LETTERS, letter(SCRIPT, SCRIPT, SCRIPT));
        console.answers("/api/clients", "[{\"id\": \"%s\", \"secrets\": [{}]}]".formatted(SCRIPT));

        for (String page : List.of("", "/lag", "/drift", "/letters", "/parties")) {
            assertThat(body(page)).as(page).contains(ESCAPED).doesNotContain(SCRIPT);
        }
        assertThat(body(ConsolePaths.group("xb." + SCRIPT, "t" + SCRIPT)))
                .contains(ESCAPED)
                .doesNotContain(SCRIPT);
        console.situation().cannotLookAt(Instant.now(), new Unavailable(Unavailable.Kind.GROUP, SCRIPT, SCRIPT));
        assertThat(body("/lag")).contains(ESCAPED).doesNotContain(SCRIPT);
    }

    @Test
    void driftSaysSinceWhen() {
        console.situation().inForce(policy);
        console.situation()
                .compared(
                        Instant.now(),
                        List.of(new DriftItem(DriftItem.Kind.MISSING_TOPIC, "topic inbox.xb.alerts is missing")),
                        List.of(),
                        Instant.parse("2026-02-01T10:00:00Z"));

        assertThat(body("/drift")).contains("topic inbox.xb.alerts is missing", "1 Feb 2026, 10:00");
    }

    private String body(String path) {
        PlainBrowser.Page page = operator.get("/console" + path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.body()).as(path).doesNotContain("${", " th:", "??");
        return page.body();
    }

    private static String letter(String event, String originator, String reason) {
        return """
                {"items": [{"id": 17, "at": "2026-02-01T10:00:00Z", "topic": "inbox.xa.alerts", "partition": 2,
                  "offset": 9, "eventType": "%s", "originator": "%s", "reason": "%s", "behind": 16,
                  "discard": {"by": "second-operator", "reason": "of no use"}}], "open": 3}
                """.formatted(event, originator, reason);
    }
}
