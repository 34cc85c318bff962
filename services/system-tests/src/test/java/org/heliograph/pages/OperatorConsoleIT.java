package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** An operator at a browser, over the whole backbone. */
@Screens
@HeliographStack
class OperatorConsoleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PAGES = List.of("", "/lag", "/parties", "/decisions", "/drift", "/letters");

    /** What no operator may ever see. */
    private static final String CONTENT = "Invented Star of Nowhere";

    private static final String PLANTED = "xb.<img src=x onerror=window.planted=1>";
    private static final String TOPIC = "inbox.xb.alerts";

    private final Stack stack;

    OperatorConsoleIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void showsHowThingsStandAndNoContent() {
        try (Browser operator = operator()) {
            awaitText(operator, "/decisions", "Increases are known since");
            report();
            awaitText(operator, "/decisions", "Released");
            operator.isGood("console-decisions");

            awaitText(operator, "/lag", "xa.");
            operator.isGood("console-lag");
            awaitText(operator, "", "per minute");
            operator.isGood("console-overview");
            awaitText(operator, "/drift", "Compared");
            operator.isGood("console-drift");
            operator.open("/console/parties");
            assertThat(operator.text()).contains("xa-fusion", "Client secret", "no certificates", "Protection unit");
            operator.isGood("console-parties");
            await().atMost(PATIENCE).untilAsserted(() -> {
                operator.open("/console/letters");
                assertThat(operator.text())
                        .contains("IOM", "UNODC", "State XA", "State XB")
                        .doesNotContain("It does not answer", "It does not let this be asked");
            });
            operator.isGood("console-letters");

            for (String page : PAGES) {
                operator.open("/console" + page);
                assertThat(operator.text()).as(page).doesNotContain(CONTENT);
            }
        }
    }

    @Test
    void theLastLooksOfAGroupAreAChartWithScriptsAndATableWithout() throws ExecutionException, InterruptedException {
        commit("xb.chart");
        try (Browser operator = operator();
                Browser plain = new Browser(stack, Port.OPERATIONS).withoutScripts()) {
            plain.signIn("duty-operator");
            String group = "/lag/group?group=xb.chart&topic=" + TOPIC;
            await().atMost(PATIENCE).untilAsserted(() -> {
                operator.open("/console" + group);
                assertThat(operator.texts("table[data-chart] tbody tr")).hasSizeGreaterThanOrEqualTo(2);
            });

            operator.await(".console-chart canvas");
            operator.isGood("console-group");
            plain.open("/console" + group);

            assertThat(plain.texts("table[data-chart] tbody tr")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(plain.texts(".console-chart canvas")).isEmpty();
            assertThat(plain.global("uPlot")).isEqualTo("undefined");
        }
    }

    @Test
    void allIsReadWithoutScripts() {
        report();
        try (Browser plain = new Browser(stack, Port.OPERATIONS).withoutScripts()) {
            plain.signIn("duty-operator");
            awaitText(plain, "/lag", "xa.");
            plain.choose("party", "xa");
            plain.click("form[role=search] button");
            plain.awaitText("main", "xa.");
            assertThat(plain.texts("tbody th")).isNotEmpty().allMatch(group -> group.startsWith("xa"));
            for (String page : PAGES) {
                plain.open("/console" + page);
                assertThat(plain.texts("h1")).as(page).hasSize(1);
            }
        }
    }

    @Test
    void sayWhatToDoInWordsAndSpeakFrench() {
        try (Browser operator = operator()) {
            operator.open("/console/lag");
            awaitText(operator, "/lag", "What to do when a reader is behind");
            operator.click("a[href$='/runbooks/reader-behind']");
            operator.awaitText("h1", "ReaderBehind");
            operator.isGood("console-runbook");

            operator.open("/console?lang=fr");
            assertThat(operator.text()).contains("Ce qui ne va pas maintenant");
            for (String page : PAGES) {
                operator.open("/console" + page);
                assertThat(operator.element("html").getDomAttribute("lang")).isEqualTo("fr");
                operator.isGood("console-french-" + (page.isEmpty() ? "overview" : page.substring(1)));
            }
        }
    }

    @Test
    void isForOperatorsAlone() {
        try (Browser officer = new Browser(stack, Port.OPERATIONS)) {
            officer.tryToSignIn("xa-duty-officer");

            officer.awaitText("h1", "The console is for operators");
            officer.isGood("console-refused");
            officer.open("/console/lag");
            assertThat(officer.text()).contains("The console is for operators").doesNotContain("Unread");
        }
        try (Browser operator = new Browser(stack, Port.XA)) {
            operator.tryToSignIn("duty-operator");

            operator.awaitText("h1", "This is not your desk");
        }
    }

    @Test
    void whatASystemHasNamedIsNeverRun() throws ExecutionException, InterruptedException {
        commit(PLANTED);
        try (Browser operator = operator()) {
            awaitText(operator, "/lag", PLANTED);
            assertThat(operator.global("planted")).isEqualTo("undefined");
            operator.click("a[href*='onerror']");
            operator.awaitText("h1", PLANTED);
            assertThat(operator.global("planted")).isEqualTo("undefined");

            operator.plant("window.planted = 1");

            assertThat(operator.global("planted")).isEqualTo("undefined");
            assertThat(operator.global("uPlot")).isEqualTo("function");
        }
    }

    @Test
    void isShownInNoFrameAndSignsOut() {
        try (Browser operator = operator()) {
            assertThat(operator.text()).contains("What is wrong now");
            assertThat(operator.framed("/console")).doesNotContain("What is wrong now", "duty-operator");
            assertThat(operator.framed("/console/signed-out")).doesNotContain("You are signed out");

            operator.open("/console");
            assertThat(operator.skip()).isEqualTo("main");
            operator.click("form[action='/console/sign-out'] button");
            operator.awaitText("h1", "You are signed out");
            operator.isGood("console-signed-out");
            operator.open("/console");

            operator.await("input[name=password]");
        }
    }

    private Browser operator() {
        Browser browser = new Browser(stack, Port.OPERATIONS);
        browser.signIn("duty-operator");
        return browser;
    }

    private static void awaitText(Browser browser, String page, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            browser.open("/console" + page);
            assertThat(browser.text()).contains(text);
        });
    }

    /** A group of State XB, as any system of it may name one, that has read nothing of its alerts. */
    private void commit(String group) throws ExecutionException, InterruptedException {
        try (Admin xb = Admin.create(stack.brokerClients("xb").admin())) {
            xb.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }

    private void report() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            xa.post(
                            "/api/v1/incidents",
                            Map.of(
                                    "status", "EXERCISE",
                                    "releasableTo", List.of("unodc"),
                                    "incidentId", "SEA-42",
                                    "occurredAt",
                                            Instant.now().minusSeconds(7_200).toString(),
                                    "type", "RESCUE",
                                    "conveyance", "BOAT",
                                    "persons", Map.of("total", 62),
                                    "vessel", Map.of("name", CONTENT, "flag", "XB"),
                                    "positionWgs84", Map.of("lat", 34.5, "lon", 24.0)))
                    .success();
        }
    }
}
