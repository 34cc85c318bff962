package org.heliograph.unodc.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.unodc.portal.PublicSamples.changed;
import static org.heliograph.unodc.portal.PublicSamples.later;
import static org.heliograph.unodc.portal.PublicSamples.legalUpdate;
import static org.heliograph.unodc.portal.PublicSamples.product;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.LocalTitle;
import org.heliograph.events.MessageType;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.unodc.TestUnodc;
import org.heliograph.unodc.TestUnodc.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

class PortalTest {

    private static final String PRODUCTS = "public.knowledge.product";
    private static final String LEGAL_UPDATES = "public.knowledge.legal-update";
    private static final String PAGE = "/knowledge";
    private static final String JSON = "/knowledge.json";
    private static final String ATOM = "/knowledge.atom";

    private static TestUnodc unodc;

    @BeforeAll
    static void start() {
        unodc = TestUnodc.renewed();
    }

    @BeforeEach
    void showNothing() {
        unodc.database().sql("delete from portal_entry").update();
        unodc.database().sql("delete from publication").update();
    }

    @Test
    void saysThatNothingIsPublicYet() throws Exception {
        assertThat(unodc.getOpen(PAGE).text()).contains("Nothing has been made public yet.");
        assertThat(unodc.getOpen(PAGE + "?country=XA").text()).contains("Nothing public matches.");
        assertThat(items("")).isEmpty();
        assertThat(feed().getElementsByTagName("entry").getLength()).isZero();
    }

    @Test
    void showsWhatCameOverAPublicTopicAsPageAsJsonAndAsFeed() throws Exception {
        unodc.receive(product("A study of routes"), PRODUCTS);
        unodc.receive(legalUpdate("XA-SC 2026/114", "https://court.example/114"), LEGAL_UPDATES);

        String page = unodc.getOpen(PAGE).text();
        assertThat(page)
                .contains("2 entries", "A study of routes", "https://files.example/study.pdf", "XA-SC 2026/114")
                .contains("Convicted", "Published by");
        assertThat(items("").stream().map(item -> item.get("kind").asString()))
                .containsExactlyInAnyOrder("GLOBAL_STUDY", "CASE_LAW");
        Document feed = feed();
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(texts(feed, "title")).contains("EXERCISE: A study of routes", "EXERCISE: XA-SC 2026/114");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox.unodc.knowledge", "public.knowledge.legal-update", "public.research.observation"})
    void showsNothingThatCameFromElsewhereThanItsPublicTopic(String topic) {
        unodc.receive(product("A study of routes"), topic);

        assertShowsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREEN", "AMBER", "AMBER_STRICT", "RED"})
    void showsNothingThatIsNotClear(Tlp marking) {
        KnowledgeProduct product = product("A study of routes");
        unodc.receive(changed(product, envelope -> envelope.setTlp(marking)), PRODUCTS);

        assertShowsNothing();
    }

    @Test
    void showsNoTechnicalTestAndMarksAnExercise() {
        KnowledgeProduct product = product("A study of routes");
        unodc.receive(changed(product, envelope -> envelope.setStatus(Status.TEST)), PRODUCTS);
        assertShowsNothing();

        unodc.receive(product, PRODUCTS);
        unodc.receive(changed(product("A real study"), envelope -> envelope.setStatus(Status.ACTUAL)), PRODUCTS);

        assertThat(unodc.getOpen(PAGE + "?theme=routes").text()).containsOnlyOnce("EXERCISE, not real");
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrectsAndAWithdrawalLeavesNothing() {
        KnowledgeProduct first = product("A study of routes");
        KnowledgeProduct second = KnowledgeProduct.newBuilder(changed(first, envelope -> later(envelope, 1)))
                .setTitle(List.of(new LocalTitle("en", "A better study")))
                .build();
        unodc.receive(second, PRODUCTS);
        unodc.receive(first, PRODUCTS);
        assertThat(unodc.getOpen(PAGE).text()).contains("A better study").doesNotContain("A study of routes");

        unodc.receive(changed(second, envelope -> later(envelope, 2).setMsgType(MessageType.CANCEL)), PRODUCTS);

        assertShowsNothing();
    }

    @Test
    void nothingThatAPartyWritesBecomesMarkupOrAScript() throws Exception {
        String script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        unodc.receive(product(script), PRODUCTS);
        unodc.receive(legalUpdate("XA 1 \u0001" + script, "javascript:alert(3)"), LEGAL_UPDATES);

        String page = unodc.getOpen(PAGE).text();
        assertThat(page)
                .contains("&lt;script&gt;", "javascript:alert(3)")
                .doesNotContain("<script", "<img", "href=\"javascript:");
        assertThat(texts(feed(), "title")).anyMatch(title -> title.contains(script));
        assertThat(unodc.getOpen(ATOM).text()).doesNotContain("href=\"javascript:", "<script");
        assertThat(unodc.getOpen(PAGE + "?theme=%22%3E%3Cscript%3E").text()).doesNotContain("<script");
        assertThat(unodc.getOpen(JSON).header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, JSON, ATOM})
    void letsBrowsersRunNothingAndCachesKeepIt(String path) {
        unodc.receive(product("A study of routes"), PRODUCTS);

        Answer answer = unodc.getOpen(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(answer.response().headers().firstValue("Set-Cookie")).isEmpty();
        String tag = answer.header("ETag");
        assertThat(unodc.getOpen(path, "If-None-Match", tag).status()).isEqualTo(304);

        unodc.receive(product("Another"), PRODUCTS);
        assertThat(unodc.getOpen(path, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void findsByTypeCountryAndTheme() {
        unodc.receive(product("A study of routes"), PRODUCTS);
        unodc.receive(legalUpdate("XB-SC 2026/1", "https://court.example/1"), LEGAL_UPDATES);

        assertThat(items("?type=CASE_LAW")).hasSize(1);
        assertThat(items("?type=TOOL")).isEmpty();
        assertThat(items("?country=XB")).hasSize(1);
        assertThat(items("?theme=routes")).hasSize(1);
        assertThat(items("?theme=material-benefit&country=XB&type=CASE_LAW")).hasSize(1);
        assertThat(items("?type=&country=&theme=")).hasSize(2);
    }

    @Test
    void saysWhatCannotBeLookedFor() {
        Answer page = unodc.getOpen(PAGE + "?type=NOVEL&country=xa");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("type: expected one of GLOBAL_STUDY", "country: expected two capital letters");

        Answer json = unodc.getOpen(JSON + "?page=minus");
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.json().at("/errors/0/field").asString()).isEqualTo("page");
        assertThat(unodc.getOpen(ATOM + "?theme=Two%20Words").status()).isEqualTo(400);
    }

    @Test
    void leadsFromPageToPageAndKeepsTheFilters() {
        for (int each = 0; each < 21; each++) {
            unodc.receive(product("Study " + each), PRODUCTS);
        }

        assertThat(unodc.getOpen(PAGE + "?theme=routes").text())
                .contains("21 entries", "/knowledge?type=&amp;country=&amp;theme=routes&amp;page=1")
                .doesNotContain("Later entries");
        assertThat(unodc.getOpen(PAGE + "?theme=routes&page=1").text()).contains("Later entries");
        assertThat(items("?page=1")).hasSize(1);
    }

    @Test
    void isReadByWhoeverUsesAScreenReader() {
        unodc.receive(
                KnowledgeProduct.newBuilder(product("A study"))
                        .setTitle(List.of(new LocalTitle("fr", "Une étude"), new LocalTitle("en", "A study")))
                        .build(),
                PRODUCTS);

        String page = unodc.getOpen(PAGE).text();
        assertThat(page)
                .contains("<html lang=\"en\"", "lang=\"fr\"", "Skip to the results")
                .containsOnlyOnce("<h1>")
                .contains("for=\"type\"", "for=\"country\"", "for=\"theme\"");
    }

    @Test
    void needsNoTokenWhileAllElseDoes() {
        assertThat(unodc.getOpen(PAGE).status()).isEqualTo(200);
        assertThat(unodc.getOpen("/knowledge/portal.css").status()).isEqualTo(200);
        assertThat(unodc.getOpen("/api/v1/publications").status()).isEqualTo(401);
        assertThat(unodc.getOpen("/knowledge/other").status()).isEqualTo(401);
        assertThat(unodc.postOpen(PAGE).status()).isEqualTo(401);
    }

    @Test
    void tellsNothingOfTheRequestBehind() {
        KnowledgeProduct product = product("A study of routes");
        UUID request = UUID.randomUUID();
        unodc.receive(changed(product, envelope -> envelope.setCorrelationId(request.toString())), PRODUCTS);

        assertThat(items("")).hasSize(1);
        for (String path : List.of(PAGE, JSON, ATOM)) {
            assertThat(unodc.getOpen(path).text()).doesNotContain(request.toString());
        }
        assertThat(unodc.get("/api/v1/publications?originator=xa").text()).contains(request.toString());
    }

    private static void assertShowsNothing() {
        assertThat(unodc.getOpen(PAGE).text()).contains("Nothing has been made public yet.");
        assertThat(items("")).isEmpty();
        assertThat(unodc.getOpen(ATOM).text()).doesNotContain("<entry");
    }

    private static List<JsonNode> items(String query) {
        Answer answer = unodc.getOpen(JSON + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private static Document feed() throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(unodc.getOpen(ATOM).text())));
    }

    private static List<String> texts(Document feed, String element) {
        var found = feed.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent())
                .toList();
    }
}
