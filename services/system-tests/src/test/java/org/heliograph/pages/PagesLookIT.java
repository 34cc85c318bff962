package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page that no story leads through: accessible, whole on a narrow screen, in both languages. */
@Screens
@HeliographStack
class PagesLookIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final Browser xa;

    PagesLookIT(Stack stack) {
        this.stack = stack;
        this.xa = new Browser(stack, Port.XA);
    }

    @BeforeEach
    void signIn() {
        xa.signIn("xa-duty-officer");
    }

    @AfterEach
    void close() {
        xa.close();
    }

    @Test
    void listsAndWhatIsInThem() {
        String incident;
        try (OfficerDesk desk = new OfficerDesk(stack, Component.XA)) {
            incident = desk.post("/api/v1/incidents", incident())
                    .success()
                    .get("eventId")
                    .asString();
        }
        for (String page : List.of("work", "requests", "new", "alerts", "incidents")) {
            xa.open(page.equals("work") ? "/desk" : "/desk/" + page);
            xa.isGood("list-" + page);
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            xa.open("/desk/incidents/xa/" + incident);
            assertThat(xa.text()).contains("Who holds a copy", "Released", "UNODC");
        });
        xa.isGood("incident");
        xa.open("/desk/shared");
        assertThat(xa.text()).contains("An incident report", "to UNODC");
        xa.isGood("shared");
        xa.open("/desk/shared/" + incident);
        xa.isGood("shared-event");
    }

    @Test
    void theFormOfEachKind() {
        xa.open("/desk/new");
        List<String> kinds = xa.addresses("a[href^='/desk/new/']:not([href*='draft'])");
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(8);
        for (String kind : kinds) {
            xa.open(kind);
            xa.isGood("form-" + kind.substring(kind.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void whatIsWrongAndWhatIsKept() {
        xa.open("/desk/new/JOINT_INVESTIGATION");
        xa.click("button[value=submit]");
        xa.await(".govuk-error-summary");
        xa.isGood("form-refused");
        xa.click(".govuk-error-summary a");
        assertThat(xa.focused()).startsWith("new-");

        Work.writeLegislative(xa, "Half a law");
        xa.click("button[value=keep]");
        xa.awaitText("main", "The draft is kept");
        xa.isGood("draft-kept");
        xa.open("/desk/new");
        assertThat(xa.text()).contains("Half a law");
        xa.isGood("drafts");
    }

    @Test
    void inFrench() {
        String request = Work.submitLegislative(xa, "Examen d’un projet de loi");
        xa.open("/desk?lang=fr");
        assertThat(xa.text()).contains("Mon travail");
        xa.isGood("french-work");
        for (String page : List.of("requests", "new", "alerts", "incidents", "shared", "new/CAPACITY_BUILDING")) {
            xa.open("/desk/" + page);
            xa.isGood("french-" + page.substring(page.indexOf('/') + 1).toLowerCase(Locale.ROOT));
        }
        xa.click("button[value=submit]");
        xa.awaitText(".govuk-error-summary", "Il manque");
        xa.isGood("french-form-refused");
        xa.open(request);
        assertThat(xa.element("html").getDomAttribute("lang")).isEqualTo("fr");
        xa.isGood("french-request");
    }

    @Test
    void byKeyboardTheContentIsTwoKeysAway() {
        xa.open("/desk/requests");

        assertThat(xa.skip()).isEqualTo("main");
    }

    @Test
    void whoSignsOutHasToSignInAgain() {
        xa.click("form[action='/desk/sign-out'] button");
        xa.awaitText("h1", "You are signed out");
        xa.isGood("signed-out");

        xa.open("/desk");

        xa.await("input[name=password]");
        xa.isGood("sign-in");
    }

    private static Map<String, Object> incident() {
        return Map.of(
                "status",
                "EXERCISE",
                "releasableTo",
                List.of("unodc"),
                "incidentId",
                "SEA-41",
                "occurredAt",
                Instant.now().minusSeconds(7_200).toString(),
                "type",
                "RESCUE",
                "conveyance",
                "BOAT",
                "persons",
                Map.of("total", 62),
                "dead",
                2,
                "vessel",
                Map.of("name", "Invented Star", "flag", "XB"),
                "positionWgs84",
                Map.of("lat", 34.5, "lon", 24.0));
    }
}
