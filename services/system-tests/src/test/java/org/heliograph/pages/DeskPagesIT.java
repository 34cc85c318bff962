package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers of three parties, each at a browser of its own, over the whole backbone. */
@HeliographStack
class DeskPagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PLANTED =
            "Review <script>window.planted=1</script><img src=x onerror=window.planted=1>";

    private final Stack stack;
    private Browser xa;
    private Browser unodc;

    DeskPagesIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void findBrowser() {
        if (!Browser.isInstalled()) {
            System.out.println(
                    "The officers' pages are not tested in a browser: there is no chromium and chromedriver");
        }
        assumeTrue(Browser.isInstalled());
    }

    @BeforeEach
    void signIn() {
        xa = new Browser(stack, Port.XA);
        unodc = new Browser(stack, Port.UNODC);
        xa.signIn("xa-duty-officer");
        unodc.signIn("unodc-duty-officer");
    }

    @AfterEach
    void close() {
        xa.close();
        unodc.close();
    }

    @Test
    void aRequestIsSubmittedAcknowledgedAskedAboutAndAccepted() {
        String request = submit("Review of a draft law");
        xa.isGood("request-sent");

        comesTo(unodc, request);
        unodc.open("/desk");
        assertThat(unodc.text()).contains("Review of a draft law", "Due in");
        unodc.isGood("work");
        unodc.open(request);
        unodc.isGood("request-received");
        unodc.click("button[data-act=ACKNOWLEDGE]");
        unodc.await("summary[data-act=ASK]");
        awaitState(request, "ACKNOWLEDGED", "Acknowledged");

        unodc.click("summary[data-act=ASK]");
        unodc.write("ASK-unodc-questions", "Which article?");
        unodc.click("details[open] button");
        unodc.awaitText("main", "Information needed");
        awaitState(request, "INFO_NEEDED", "Which article?");

        xa.click("summary[data-act=ANSWER]");
        xa.write("ANSWER-unodc-text", "Article 5");
        xa.click("details[open] button");
        await().atMost(PATIENCE).until(() -> {
            unodc.open(request);
            return unodc.text().contains("Article 5");
        });
        unodc.click("summary[data-act=ASSIGN]");
        unodc.write("ASSIGN-unodc-to", "Legal desk");
        unodc.click("details[open] button");
        unodc.await("summary[data-act=ACCEPT]");
        unodc.click("summary[data-act=ACCEPT]");
        unodc.write("ACCEPT-unodc-conditions", "In writing");
        unodc.isGood("step");
        unodc.click("details[open] button");
        unodc.awaitText("main", "Accepted");
        awaitState(request, "ACCEPTED", "In writing");
        xa.isGood("request-answered");

        try (Browser xb = new Browser(stack, Port.XB)) {
            xb.signIn("xb-duty-officer");
            xb.open(request);
            assertThat(xb.text())
                    .contains("There is nothing here for your desk")
                    .doesNotContain("Review");
            xb.isGood("not-found");
            xb.open("/desk/requests");
            assertThat(xb.text()).doesNotContain(reference(xa));
        }
    }

    @Test
    void theSecondOfTwoOfficersIsShownWhatChanged() {
        String request = submit("Opinion on a decree");
        comesTo(unodc, request);
        try (OfficerDesk other = new OfficerDesk(stack, Component.UNODC)) {
            other.post("/api/v1/" + request.substring("/desk/".length()) + "/acknowledge", Map.of("version", 0))
                    .success();
        }

        unodc.click("button[data-act=ACKNOWLEDGE]");

        assertThat(unodc.text()).contains("Somebody was faster", "What changed meanwhile", "Acknowledge");
        unodc.isGood("conflict");
    }

    @Test
    void whatOthersWroteIsNeverRun() {
        String request = submit(PLANTED);
        comesTo(unodc, request);

        assertThat(unodc.text()).contains(PLANTED);
        assertThat(unodc.planted()).isEqualTo("nothing");
        unodc.open("/desk");
        assertThat(unodc.planted()).isEqualTo("nothing");
        assertThat(xa.planted()).isEqualTo("nothing");
    }

    @Test
    void everyOtherPageIsAccessibleInBothLanguages() {
        for (String page : new String[] {"requests", "new", "alerts", "incidents", "shared", "nothing"}) {
            xa.open("/desk/" + page);
            xa.isGood(page);
        }
        xa.open("/desk/new/JOINT_INVESTIGATION");
        xa.click("button[value=submit]");
        xa.await(".govuk-error-summary");
        xa.isGood("form-refused");
        xa.open("/desk?lang=fr");
        assertThat(xa.text()).contains("Mon travail");
        xa.isGood("work-in-french");
        xa.open("/desk/shared?lang=en");
        if (!xa.text().contains("Nothing has been sent")) {
            xa.click(".desk-list__name");
            xa.isGood("shared-event");
        }
    }

    @Test
    void whoSignsOutHasToSignInAgain() {
        xa.click("form[action='/desk/sign-out'] button");
        xa.awaitText("h1", "You are signed out");
        xa.isGood("signed-out");

        xa.open("/desk");

        xa.await("input[name=password]");
    }

    private String submit(String subject) {
        xa.open("/desk/new/LEGISLATIVE_ASSISTANCE");
        xa.check("new-status-EXERCISE");
        xa.check("new-addressees-unodc");
        xa.write("new-subject", subject);
        xa.write("new-factsSummary", "A draft is before the parliament.");
        xa.write("new-assistanceSought", "Comments on articles 6 and 16.");
        xa.write("new-details-legislativeAssistance-law", "Bill 12/2026");
        xa.choose("new-details-legislativeAssistance-stage", "PLANNED");
        xa.write("new-details-legislativeAssistance-articles", "6");
        xa.click("button[value=preview]");
        xa.awaitText("#preview", "Has or gets a copy");
        assertThat(xa.element("#preview").getText()).contains("UNODC");
        assertThat(xa.element("#new-subject").getDomProperty("value")).isEqualTo(subject);
        xa.isGood("new-request");
        xa.click("button[value=submit]");
        xa.awaitText("main", "Done.");
        return URI.create(xa.address()).getPath();
    }

    private static String reference(Browser browser) {
        return browser.element(".govuk-caption-l").getText();
    }

    private static void comesTo(Browser browser, String request) {
        await().atMost(PATIENCE).until(() -> {
            browser.open(request);
            return !browser.text().contains("There is nothing here for your desk");
        });
    }

    private void awaitState(String request, String state, String says) {
        await().atMost(PATIENCE).until(() -> {
            xa.open(request);
            return xa.element(".govuk-tag").getDomAttribute("class").contains("desk-state-" + state)
                    && xa.text().contains(says);
        });
    }
}
