package org.heliograph.operations.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class CataloguePageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"string\" | string",
                "[\"null\", \"string\"] | string, or null",
                "[\"string\", \"long\"] | string or long",
                "[\"null\", \"string\", \"long\"] | string or long, or null",
                "{\"type\": \"array\", \"items\": [\"null\", \"int\"]} | list of int, or null",
            })
    void writesATypeAsPeopleDo(String schema, String words) {
        assertThat(CataloguePage.type(new Schema.Parser().parse(schema))).isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("org.heliograph.operations.catalogue.AsyncApiTest#parties")
    void isAPageForEachPartyThatNamesNoOther(String party) {
        CataloguePage page = CataloguePage.of(
                AsyncApiTest.POLICY,
                Objects.requireNonNull(AsyncApiTest.POLICY.parties().get(party)),
                AsyncApiTest.ENDPOINTS);

        String html = engine().process("catalogue", new Context(Locale.ROOT, Map.of("page", page)));

        assertThat(page.events())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(html)
                        .contains("<h3 id=\"%1$s\">%1$s</h3>"
                                .formatted(line.entry().event().type())));
        assertThat(html)
                .contains(page.party().name(), "./heliograph kit " + party + " --for java|node|python --out DIR")
                .doesNotContainPattern("(inbox|outbox)\\.(?!" + party + "[.<])")
                .doesNotContain("${", " th:");
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
