package org.heliograph.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium with one officer or operator at it. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final Port port;
    private final ChromeDriver driver;
    private final Pictures pictures;

    Browser(Stack stack, Port port) {
        this.stack = stack;
        this.port = port;
        driver = Chromium.take(PATIENCE);
        pictures = new Pictures(driver);
    }

    /** From now on no page runs a script. */
    Browser withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** Through the form of the identity provider, where the first page leads to. */
    void signIn(String officer) {
        tryToSignIn(officer);
        await(".desk-header__officer");
    }

    /** The same; the service may turn the officer away afterwards. */
    void tryToSignIn(String officer) {
        open(home());
        element("input[name=username]").sendKeys(officer);
        element("input[name=password]").sendKeys(stack.secrets().officer(officer));
        element("button[type=submit]").click();
    }

    /** The path of the first page. */
    private String home() {
        return port == Port.OPERATIONS ? "/console" : "/desk";
    }

    void open(String path) {
        driver.get(stack.url(port, path).toString());
    }

    /** A page that somebody else made, with the desk in a frame. */
    String framed(String path) {
        driver.get("data:text/html,<h1>Elsewhere</h1><iframe src='" + stack.url(port, path) + "'></iframe>");
        driver.switchTo().frame(element("iframe"));
        String inside = text();
        driver.switchTo().defaultContent();
        return inside;
    }

    /** The path of the page, on this desk. */
    String path() {
        return URI.create(address()).getPath();
    }

    private String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    String text() {
        return element("body").getText();
    }

    String text(String css) {
        return element(css).getText();
    }

    WebElement element(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<String> texts(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Where links lead to, on this desk. */
    List<String> addresses(String css) {
        return driver.findElements(By.cssSelector(css)).stream()
                .map(link -> Objects.requireNonNullElse(link.getDomAttribute("href"), ""))
                .toList();
    }

    /** The id of what the keyboard is at. */
    String focused() {
        return Objects.requireNonNullElse(driver.switchTo().activeElement().getDomAttribute("id"), "");
    }

    /** Where the keyboard is after the first link of the page was followed. */
    String skip() {
        element("body").sendKeys(Keys.TAB);
        driver.switchTo().activeElement().sendKeys(Keys.ENTER);
        return Objects.requireNonNullElse(URI.create(address()).getFragment(), "");
    }

    /** What somebody has written, or is offered, in a field. */
    String value(String id) {
        return Objects.requireNonNullElse(field(id).getDomProperty("value"), "");
    }

    void await(String css) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    }

    void awaitText(String css, String text) {
        new WebDriverWait(driver, PATIENCE)
                .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
    }

    /** Whether a text comes in time. */
    boolean shows(String css, String text, Duration within) {
        try {
            return new WebDriverWait(driver, within)
                    .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
        } catch (TimeoutException e) {
            return false;
        }
    }

    void write(String id, String text) {
        WebElement field = field(id);
        field.clear();
        field.sendKeys(text);
    }

    /** A day, whose keys depend on the language of the browser. */
    void day(String id, LocalDate day) {
        driver.executeScript("arguments[0].value = arguments[1]", field(id), day.toString());
    }

    void choose(String id, String value) {
        new Select(field(id)).selectByValue(value);
    }

    void check(String id) {
        click("label[for='" + id + "']");
    }

    void click(String css) {
        WebElement found = element(css);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
        found.click();
    }

    /** Opens the form of a step, which is filled in and sent apart. */
    void begin(String act) {
        click("summary[data-act=" + act + "]");
    }

    /** Sends the form of a step that is open. */
    void take() {
        click("details[open] button");
    }

    private WebElement field(String id) {
        return element("[id='" + id + "']");
    }

    /** What a script of the page has left behind. */
    Object global(String name) {
        return Objects.requireNonNullElse(
                driver.executeScript("return typeof window[arguments[0]]", name), "undefined");
    }

    /** Tries to run a script as one would run that somebody has planted in the page. */
    void plant(String script) {
        driver.executeScript(
                "const planted = document.createElement('script');"
                        + "planted.textContent = arguments[0]; document.body.append(planted)",
                script);
    }

    /**
     * No rule of axe-core is broken on the page, nothing in it was stopped by its own policy, and nothing of it lies
     * beside the screen, of a telephone neither.
     */
    void isGood(String name) {
        List<Rule> broken = axe().analyze(driver).getViolations();
        assertThat(broken)
                .as(() -> name + " at " + address() + ": "
                        + broken.stream()
                                .map(rule -> rule.getId() + " " + rule.getNodes())
                                .toList())
                .isEmpty();
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(entry -> entry.getMessage())
                .as("%s at %s", name, address())
                .noneMatch(message -> message.contains("Content Security Policy"));
        pictures.look(name);
    }

    /** Without a second window for each page, which only frames of other sites need. */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe() {
        return new AxeBuilder().setLegacyMode(true);
    }

    @Override
    public void close() {
        Chromium.giveBack(driver);
    }
}
