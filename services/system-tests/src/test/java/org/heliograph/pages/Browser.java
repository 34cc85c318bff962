package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium with one officer at it. */
final class Browser implements AutoCloseable {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "pages");

    private final Stack stack;
    private final Port port;
    private final ChromeDriver driver;

    Browser(Stack stack, Port port) {
        this.stack = stack;
        this.port = port;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=en",
                "--accept-lang=en");
        if ("root".equals(System.getProperty("user.name"))) {
            options.addArguments("--no-sandbox");
        }
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build(),
                options);
        driver.manage().window().setSize(new Dimension(1100, 900));
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    static boolean isInstalled() {
        return CHROMIUM.canExecute() && DRIVER.canExecute();
    }

    /** Through the form of the identity provider, where a page of the desk leads to. */
    void signIn(String officer) {
        open("/desk");
        element("input[name=username]").sendKeys(officer);
        element("input[name=password]").sendKeys(stack.secrets().officer(officer));
        element("button[type=submit]").click();
        await("[data-act], .desk-title, main");
    }

    void open(String path) {
        driver.get(stack.url(port, path).toString());
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    String text() {
        return element("body").getText();
    }

    WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    void await(String css) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    void awaitText(String css, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    void write(String id, String text) {
        WebElement field = element("[id='" + id + "']");
        field.clear();
        field.sendKeys(text);
    }

    void choose(String id, String value) {
        new Select(element("[id='" + id + "']")).selectByValue(value);
    }

    void check(String id) {
        click("label[for='" + id + "']");
    }

    void click(String css) {
        WebElement found = element(css);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
        found.click();
    }

    /** What a script that somebody planted would have left behind. */
    Object planted() {
        return driver.executeScript("return window.planted === undefined ? 'nothing' : 'planted'");
    }

    /** No rule of axe-core is broken on the page; a picture of it is kept. */
    void isGood(String name) {
        List<Rule> broken = new AxeBuilder().analyze(driver).getViolations();
        assertThat(broken)
                .as(() -> name + " at " + address() + ": "
                        + broken.stream()
                                .map(rule -> rule.getId() + " " + rule.getNodes())
                                .toList())
                .isEmpty();
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
