package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** Officers of several parties, each at a browser of their own, over the whole backbone. */
@Screens
@HeliographStack
class DeskPagesIT {

    private final Stack stack;

    DeskPagesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aRequestIsSubmittedAcknowledgedAskedAboutAndAccepted() {
        try (Browser xa = at(Port.XA);
                Browser unodc = at(Port.UNODC)) {
            String request = Work.submitLegislative(xa, "Review of a draft law");
            xa.isGood("request-sent");

            Work.comesTo(unodc, request);
            unodc.open("/desk");
            assertThat(unodc.text()).contains("Review of a draft law", "Due in");
            unodc.isGood("work");
            unodc.open(request);
            unodc.isGood("request-received");
            unodc.click("button[data-act=ACKNOWLEDGE]");
            unodc.await("summary[data-act=ASK]");
            Work.sees(xa, request, "ACKNOWLEDGED", "Acknowledged");

            unodc.begin("ASK");
            unodc.write("ASK-unodc-questions", "Which article?");
            unodc.take();
            unodc.awaitText("main", "Information needed");
            Work.sees(xa, request, "INFO_NEEDED", "Which article?");

            xa.begin("ANSWER");
            xa.write("ANSWER-unodc-text", "Article 5");
            xa.take();
            Work.sees(unodc, request, "ACKNOWLEDGED", "Article 5");
            unodc.begin("ASSIGN");
            unodc.write("ASSIGN-unodc-to", "Legal desk");
            unodc.take();
            unodc.await("summary[data-act=ACCEPT]");
            unodc.begin("ACCEPT");
            unodc.write("ACCEPT-unodc-conditions", "In writing");
            unodc.isGood("step");
            unodc.take();
            unodc.awaitText("main", "Done.");
            Work.sees(xa, request, "ACCEPTED", "In writing");
            xa.isGood("request-answered");

            showsNothingToXb(request, xa.text(".govuk-caption-l"));
        }
    }

    private void showsNothingToXb(String request, String reference) {
        try (Browser xb = at(Port.XB)) {
            xb.open(request);
            assertThat(xb.text())
                    .contains("There is nothing here for your desk")
                    .doesNotContain("Review", reference);
            xb.isGood("not-found");
            for (String page : List.of("/desk", "/desk/requests", "/desk/requests?text=" + reference, "/desk/shared")) {
                xb.open(page);
                assertThat(xb.texts(".desk-list__item")).as(page).noneMatch(item -> item.contains(reference));
            }
        }
    }

    @Test
    void theSecondOfTwoOfficersIsShownWhatChanged() {
        try (Browser xa = at(Port.XA);
                Browser unodc = at(Port.UNODC)) {
            String request = Work.submitLegislative(xa, "Opinion on a decree");
            Work.comesTo(unodc, request);
            try (OfficerDesk other = new OfficerDesk(stack, Component.UNODC)) {
                other.post("/api/v1/" + request.substring("/desk/".length()) + "/acknowledge", Map.of("version", 0))
                        .success();
            }

            unodc.click("button[data-act=ACKNOWLEDGE]");

            unodc.awaitText("main", "Somebody was faster");
            assertThat(unodc.text()).contains("What changed meanwhile", "Acknowledge");
            unodc.isGood("conflict");
        }
    }

    @Test
    void aJointInvestigationIsFulfilledWithItsOutcomeInNumbers() {
        try (Browser xa = at(Port.XA);
                Browser xb = at(Port.XB)) {
            String request = Work.submitJoint(xa, "Night crossings");
            Work.comesTo(xb, request);
            Work.takeUp(xb, "xb");

            xb.begin("FULFIL");
            xb.check("FULFIL-xb-whole-true");
            xb.write("FULFIL-xb-summary", "The bay was watched for a week.");
            xb.take();
            xb.awaitText(".govuk-error-summary", "Give the outcome in numbers");
            assertThat(xb.value("FULFIL-xb-summary")).isEqualTo("The bay was watched for a week.");
            xb.isGood("fulfil-refused");
            xb.write("FULFIL-xb-counts-0-what", "Boats seized");
            xb.write("FULFIL-xb-counts-0-number", "2");
            xb.take();
            xb.awaitText("main", "Done.");

            Work.sees(xa, request, "FULFILLED", "boats seized");
            xa.isGood("request-fulfilled");
            xa.click("button[data-act=CONFIRM]");
            Work.sees(xb, request, "CLOSED", "Confirm and close");
        }
    }

    @Test
    void legalAssistanceIsFulfilledWithTheFormalRequestThatWentOutside() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                Browser xb = at(Port.XB)) {
            String id = xa.post("/api/v1/requests", legalAssistance())
                    .success()
                    .get("requestId")
                    .asString();
            Work.comesTo(xb, "/desk/requests/" + id);
            Work.takeUp(xb, "xb");

            xb.begin("FULFIL");
            xb.check("FULFIL-xb-whole-true");
            xb.write("FULFIL-xb-summary", "It is with your central authority.");
            xb.write("FULFIL-xb-formalRequest-reference", "MLA 12/2026");
            xb.take();
            xb.awaitText(".govuk-error-summary", "Enter the day on which it was sent");
            xb.day("FULFIL-xb-formalRequest-sentOn", LocalDate.of(2026, 2, 20));
            xb.take();
            xb.awaitText("main", "Done.");

            assertThat(xb.text(".desk-timeline")).contains("MLA 12/2026, sent on 20 Feb 2026");
        }
    }

    @Test
    void anAlertIsAskedAboutAndItsMarkingGoesOn() {
        try (Browser xa = at(Port.XA);
                OfficerDesk iom = new OfficerDesk(stack, Component.IOM)) {
            String alert = iom.post("/api/v1/alerts/routes", alert("An invented ferry carries more than it may"))
                    .success()
                    .get("eventId")
                    .asString();
            Work.comesTo(xa, "/desk/alerts/iom/" + alert);
            xa.isGood("alert");
            Work.openForm(xa, "JOINT_INVESTIGATION", "xb");
            Work.comesTo(xa, "/desk/alerts/iom/" + alert);
            xa.click("a[href*='about=']");
            xa.awaitText("main", "You ask about: A route alert of IOM");
            xa.isGood("new-about");
            xa.click("a[href*='JOINT_INVESTIGATION']");
            xa.awaitText("#new-about", "What it says is filled in");

            assertThat(xa.value("new-details-jointInvestigation-routes")).isEqualTo("invented-ferry");
            assertThat(xa.value("new-factsSummary")).contains("An invented ferry carries more", "alert.route/" + alert);
            xa.check("new-addressees-xb");
            xa.write("new-assistanceSought", "To inspect the ferry in port.");
            xa.write("new-details-jointInvestigation-modusOperandi", "Overloading");
            xa.write("new-details-jointInvestigation-lead", "xa");
            xa.write("new-legalBasis", "UNTOC 19");
            Work.preview(xa, "Released");
            assertThat(xa.text("#preview")).contains("State XB");
            xa.isGood("request-from-alert");
            Work.submit(xa);
        }
    }

    @Test
    void allIsReadAndWrittenWithoutScripts() {
        try (Browser xa = new Browser(stack, Port.XA).withoutScripts();
                Browser unodc = at(Port.UNODC)) {
            xa.signIn("xa-duty-officer");
            assertThat(xa.global("htmx")).isEqualTo("undefined");
            assertThat(unodc.global("htmx")).isEqualTo("object");
            Work.writeLegislative(xa, "A law without scripts");
            Work.preview(xa, "Has or gets a copy");
            assertThat(xa.value("new-subject")).isEqualTo("A law without scripts");
            assertThat(xa.global("htmx")).isEqualTo("undefined");
            String request = Work.submit(xa);

            Work.comesTo(unodc, request);
            unodc.click("button[data-act=ACKNOWLEDGE]");
            Work.sees(xa, request, "ACKNOWLEDGED", "Acknowledge");
            xa.begin("WITHDRAW");
            xa.write("WITHDRAW-reason", "No longer needed");
            xa.take();
            Work.sees(xa, request, "WITHDRAWN", "No longer needed");
        }
    }

    private Browser at(Port port) {
        Browser browser = new Browser(stack, port);
        browser.signIn(port.component().id() + "-duty-officer");
        return browser;
    }

    private static Map<String, Object> legalAssistance() {
        return Map.of(
                "kind", "MLA_PREPARATION",
                "status", "EXERCISE",
                "addressees", List.of("xb"),
                "subject", "Records of a shipyard",
                "factsSummary", "An invented shipyard sold three boats.",
                "assistanceSought", "Certified copies of its records.",
                "details",
                        Map.of(
                                "mlaPreparation",
                                Map.of(
                                        "requestingAuthority", "Ministry of Justice of XA",
                                        "requestedAuthority", "Ministry of Justice of XB",
                                        "offence", "Smuggling of migrants",
                                        "evidenceSought", "Records of sales",
                                        "form", "Certified copies")));
    }

    private static Map<String, Object> alert(String summary) {
        return Map.of(
                "status", "EXERCISE",
                "routeId", "invented-ferry",
                "alertKind", "METHOD_CHANGE",
                "urgency", "EXPECTED",
                "severity", "SEVERE",
                "certainty", "LIKELY",
                "modes", List.of("SEA"),
                "validFrom", Instant.now().toString(),
                "summary", summary);
    }
}
