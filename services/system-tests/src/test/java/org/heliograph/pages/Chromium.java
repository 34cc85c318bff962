package org.heliograph.pages;

import java.io.File;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * The browsers of a run. Whoever needs one gets it as if it had just been started: another used it before, and left
 * neither a login nor a page in it. Starting one takes longer than most of what a test does with it. Safe for use by
 * several threads.
 */
final class Chromium {

    private static final File PROGRAM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Deque<ChromeDriver> IDLE = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Chromium::end, "end-browsers"));
    }

    private Chromium() {}

    static boolean isInstalled() {
        return PROGRAM.canExecute() && DRIVER.canExecute();
    }

    /** One that nobody else has until it is {@link #giveBack given back}. */
    static ChromeDriver take(Duration patience) {
        ChromeDriver driver = idle();
        if (driver == null) {
            driver = start();
        }
        driver.manage().window().setSize(new Dimension(Pictures.WIDE, 900));
        driver.manage().timeouts().pageLoadTimeout(patience);
        return driver;
    }

    /** Forgets who was signed in and what was seen; one that does not answer any more is ended. */
    static void giveBack(ChromeDriver driver) {
        try {
            List<String> used = List.copyOf(driver.getWindowHandles());
            String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
            for (String window : used) {
                driver.switchTo().window(window).close();
            }
            driver.switchTo().window(fresh);
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
            var _ = driver.manage().logs().get(LogType.BROWSER);
            keep(driver);
        } catch (WebDriverException e) {
            driver.quit();
        }
    }

    private static synchronized @Nullable ChromeDriver idle() {
        return IDLE.poll();
    }

    private static synchronized void keep(ChromeDriver driver) {
        IDLE.push(driver);
    }

    private static synchronized void end() {
        IDLE.forEach(ChromeDriver::quit);
    }

    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM);
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=en",
                "--accept-lang=en");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox");
        }
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build(),
                options);
    }
}
