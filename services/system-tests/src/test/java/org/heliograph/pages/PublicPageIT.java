package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** What UNODC has made public, as anybody sees it who never signed in. */
@Screens
@HeliographStack
class PublicPageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TITLE = "Invented toolkit against smuggling";

    private final Stack stack;

    PublicPageIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void isReadAndSearchedWithAndWithoutScripts() {
        publish();
        try (Browser anybody = new Browser(stack, Port.UNODC);
                Browser plain = new Browser(stack, Port.UNODC).withoutScripts()) {
            for (Browser browser : List.of(anybody, plain)) {
                browser.open("/knowledge");
                assertThat(browser.text()).contains(TITLE, "EXERCISE, not real");
                browser.write("theme", "no-such-theme");
                browser.click("button[type=submit]");
                browser.awaitText("main", "Nothing public matches");
                browser.open("/knowledge");
                browser.write("theme", "law-enforcement");
                browser.click("button[type=submit]");
                browser.awaitText("article", TITLE);
            }
            anybody.open("/knowledge");
            anybody.isGood("knowledge");
            anybody.open("/knowledge?country=nowhere");
            anybody.isGood("knowledge-refused");
        }
    }

    /** Browsers may keep the page for a minute, so they open it only when there is something on it. */
    private void publish() {
        try (OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            unodc.post(
                            "/api/v1/publications/products",
                            Map.of(
                                    "status",
                                    "EXERCISE",
                                    "content",
                                    Map.of(
                                            "title",
                                            List.of(Map.of("language", "en", "text", TITLE)),
                                            "type",
                                            "TOOL",
                                            "themes",
                                            List.of("law-enforcement"),
                                            "licence",
                                            "CC-BY-3.0-IGO",
                                            "uri",
                                            "https://files.example/toolkit.pdf",
                                            "checksum",
                                            "0".repeat(64))))
                    .success();
            await().atMost(PATIENCE)
                    .until(() ->
                            unodc.get("/knowledge.json").success().toString().contains(TITLE));
        }
    }
}
