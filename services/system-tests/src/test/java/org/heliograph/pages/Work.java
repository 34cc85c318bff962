package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What officers do on the pages, as tests need it. */
final class Work {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GATE_ANSWERS_WITHIN = Duration.ofSeconds(8);

    private Work() {}

    /** Opens a form: until the gate has told the desk for the first time whom it may ask, it offers nobody. */
    static void openForm(Browser officer, String kind, String addressee) {
        await().atMost(PATIENCE).until(() -> {
            officer.open("/desk/new/" + kind);
            return !officer.texts("label[for='new-addressees-" + addressee + "']")
                    .isEmpty();
        });
    }

    /** Asks what would become of the form until the gate tells it. */
    static void preview(Browser officer, String expected) {
        await().atMost(PATIENCE).until(() -> {
            officer.click("button[value=preview]");
            return officer.shows("#preview", expected, GATE_ANSWERS_WITHIN);
        });
    }

    /** Fills in a request for legislative assistance to UNODC. */
    static void writeLegislative(Browser officer, String subject) {
        openForm(officer, "LEGISLATIVE_ASSISTANCE", "unodc");
        officer.check("new-status-EXERCISE");
        officer.check("new-addressees-unodc");
        officer.write("new-subject", subject);
        officer.write("new-factsSummary", "A draft is before the parliament.");
        officer.write("new-assistanceSought", "Comments on articles 6 and 16.");
        officer.write("new-details-legislativeAssistance-law", "Bill 12/2026");
        officer.choose("new-details-legislativeAssistance-stage", "PLANNED");
        officer.write("new-details-legislativeAssistance-articles", "6");
    }

    /** Sends the form that is filled in; the path of the page of the request. */
    static String submit(Browser officer) {
        officer.click("button[value=submit]");
        officer.awaitText("main", "Done.");
        return officer.path();
    }

    /** Submits a request for legislative assistance to UNODC; the path of its page. */
    static String submitLegislative(Browser officer, String subject) {
        writeLegislative(officer, subject);
        return submit(officer);
    }

    /** Submits a request to investigate together with State XB; the path of its page. */
    static String submitJoint(Browser officer, String subject) {
        openForm(officer, "JOINT_INVESTIGATION", "xb");
        officer.check("new-status-EXERCISE");
        officer.check("new-addressees-xb");
        officer.write("new-subject", subject);
        officer.write("new-factsSummary", "Boats leave at night from an invented bay.");
        officer.write("new-assistanceSought", "To watch the bay together.");
        officer.write("new-details-jointInvestigation-modusOperandi", "Towed rafts");
        officer.write("new-details-jointInvestigation-routes", "invented-strait");
        officer.write("new-details-jointInvestigation-lead", "xa");
        officer.write("new-legalBasis", "UNTOC 19");
        return submit(officer);
    }

    /** Until a request has come to a desk; its page is shown then. */
    static void comesTo(Browser officer, String request) {
        await().atMost(PATIENCE).until(() -> {
            officer.open(request);
            return !officer.text().contains("There is nothing here for your desk");
        });
    }

    /** Until a desk sees that a request stands so, and is told why. */
    static void sees(Browser officer, String request, String state, String says) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            officer.open(request);
            assertThat(officer.element(".govuk-tag").getDomAttribute("class")).contains("desk-state-" + state);
            assertThat(officer.text()).contains(says);
        });
    }

    /** Acknowledges, assigns, accepts and starts what stands on the page. */
    static void takeUp(Browser officer, String party) {
        officer.click("button[data-act=ACKNOWLEDGE]");
        officer.await("summary[data-act=ASSIGN]");
        officer.begin("ASSIGN");
        officer.write("ASSIGN-" + party + "-to", "Duty desk");
        officer.take();
        officer.await("summary[data-act=ACCEPT]");
        officer.begin("ACCEPT");
        officer.take();
        officer.await("button[data-act=START]");
        officer.click("button[data-act=START]");
        officer.await("summary[data-act=FULFIL]");
    }
}
