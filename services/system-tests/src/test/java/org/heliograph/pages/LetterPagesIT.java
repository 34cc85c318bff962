package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.system.Poison;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What officers do about a record that their service could not apply, and what its originator sees of it. */
@Screens
@HeliographStack
class LetterPagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "a word that only the recipients may read";

    private final Stack stack;

    LetterPagesIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void anOfficerTriesARecordAgainAndGivesItBackToItsOriginator() {
        String event =
                Poison.send(stack, "unodc", SECRET).getEnvelope().getContextId().toString();
        try (Browser unodc = new Browser(stack, Port.UNODC);
                Browser xa = new Browser(stack, Port.XA)) {
            unodc.signIn("unodc-duty-officer");
            await().atMost(PATIENCE).untilAsserted(() -> {
                unodc.open("/desk/letters");
                assertThat(unodc.text()).contains(event);
            });
            assertThat(unodc.text()).doesNotContain(SECRET);
            unodc.isGood("letters");
            unodc.open("/desk");
            unodc.click("a[href='/desk/letters']");

            letter(unodc, event)
                    .findElement(By.cssSelector("form[action$=RETRY] button"))
                    .click();
            unodc.awaitText(".govuk-error-summary", "still cannot be applied");
            unodc.isGood("letter-still-fails");

            giveBack(letter(unodc, event), "A time in it cannot be stored");
            unodc.awaitText(".govuk-notification-banner--success", "It was given back");
            assertThat(unodc.text()).doesNotContain(event);

            xa.signIn("xa-duty-officer");
            await().atMost(PATIENCE).untilAsserted(() -> {
                xa.open("/desk");
                assertThat(xa.text()).contains("Given back to us", "A time in it cannot be stored");
            });
            xa.isGood("work-returned");
        }
    }

    private static WebElement letter(Browser officer, String event) {
        return officer.element("main").findElement(By.xpath(".//li[contains(., '%s')]".formatted(event)));
    }

    private static void giveBack(WebElement letter, String reason) {
        letter.findElement(By.xpath(".//details[.//form[contains(@action, 'RETURN')]]/summary"))
                .click();
        letter.findElement(By.cssSelector("textarea[id^=reason-RETURN]")).sendKeys(reason);
        letter.findElement(By.cssSelector("form[action$=RETURN] button")).click();
    }
}
