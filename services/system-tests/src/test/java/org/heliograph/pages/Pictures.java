package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Looks at whole pages as wide as a desk shows them and as narrow as a telephone does. With
 * {@code -Dheliograph.pictures} it keeps pictures of them.
 */
final class Pictures {

    static final int WIDE = 1000;
    private static final int NARROW = 390;
    private static final Path FOLDER = Path.of("target", "pages");
    private static final boolean KEPT = System.getProperty("heliograph.pictures") != null;

    private final ChromeDriver driver;

    Pictures(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Nothing of the page lies beside the screen. */
    void look(String name) {
        look(name, WIDE);
        look(name + "-narrow", NARROW);
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    private void look(String name, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width == NARROW));
        assertThat(number("return document.documentElement.scrollWidth"))
                .as("%s: as wide as the screen", name)
                .isLessThanOrEqualTo(width);
        if (KEPT) {
            keep(name, width);
        }
    }

    private void keep(String name, int width) {
        long height = number("return document.documentElement.scrollHeight");
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".png"), Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String script) {
        return driver.executeScript(script) instanceof Number number ? number.longValue() : -1;
    }
}
