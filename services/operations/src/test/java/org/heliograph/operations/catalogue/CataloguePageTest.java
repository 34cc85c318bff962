package org.heliograph.operations.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
