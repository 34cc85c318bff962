package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser does with what somebody has planted. */
@Screens
@HeliographStack
class PagesGuardIT {

    private static final String PLANTED =
            "Review <script>window.planted=1</script><img src=x onerror=window.planted=1>";

    private final Browser xa;
    private final Browser unodc;

    PagesGuardIT(Stack stack) {
        xa = new Browser(stack, Port.XA);
        unodc = new Browser(stack, Port.UNODC);
    }

    @BeforeEach
    void signIn() {
        xa.signIn("xa-duty-officer");
        unodc.signIn("unodc-duty-officer");
    }

    @AfterEach
    void close() {
        xa.close();
        unodc.close();
    }

    @Test
    void whatOthersWroteIsNeverRun() {
        Work.writeLegislative(xa, PLANTED);
        for (String field :
                new String[] {"factsSummary", "assistanceSought", "legalBasis", "details-legislativeAssistance-law"}) {
            xa.write("new-" + field, PLANTED);
        }
        String request = Work.submit(xa);
        assertThat(xa.global("planted")).isEqualTo("undefined");
        Work.comesTo(unodc, request);

        assertThat(unodc.text().split("<script>", -1)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(unodc.global("planted")).isEqualTo("undefined");
        unodc.open("/desk");
        assertThat(unodc.text()).contains(PLANTED);
        assertThat(unodc.global("planted")).isEqualTo("undefined");
    }

    @Test
    void aScriptThatIsPlantedAllTheSameIsStoppedByThePolicyOfThePage() {
        unodc.open("/desk");

        unodc.plant("window.planted = 1");

        assertThat(unodc.global("planted")).isEqualTo("undefined");
        assertThat(unodc.global("htmx")).isEqualTo("object");
    }

    @Test
    void noPageIsShownInAFrameOfAnother() {
        unodc.open("/desk");
        assertThat(unodc.text()).contains("My work");

        assertThat(unodc.framed("/desk")).doesNotContain("My work", "unodc-duty-officer");
        assertThat(unodc.framed("/desk/signed-out")).doesNotContain("You are signed out");
        assertThat(unodc.framed("/knowledge")).doesNotContain("Public knowledge");
    }
}
