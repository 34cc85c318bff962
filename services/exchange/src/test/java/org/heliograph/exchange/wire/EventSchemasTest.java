package org.heliograph.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.avro.SchemaNormalization;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.CoopRequest;
import org.junit.jupiter.api.Test;

class EventSchemasTest {

    @Test
    void dropsWhatOnlyJavaReads() {
        assertThat(AlertRoute.getClassSchema().toString()).contains("avro.java.string");
        assertThat(EventSchemas.of(AlertRoute.class).toString()).doesNotContain("avro.java.string");
        assertThat(EventSchemas.of(AlertRoute.class).getFullName()).isEqualTo("org.heliograph.events.AlertRoute");
    }

    @Test
    void keepsLogicalTypesAndDefaults() {
        String schema = EventSchemas.of(AlertRoute.class).toString();

        assertThat(schema)
                .contains("timestamp-millis")
                .contains("\"logicalType\":\"uuid\"")
                .contains("\"default\":null");
    }

    @Test
    void fingerprintsTheCanonicalForm() throws Exception {
        String canonical = SchemaNormalization.toParsingForm(AlertRoute.getClassSchema());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));

        assertThat(EventSchemas.fingerprint(EventSchemas.of(AlertRoute.class)))
                .isEqualTo(HexFormat.of().formatHex(hash))
                .isEqualTo(EventSchemas.fingerprint(AlertRoute.getClassSchema()))
                .isNotEqualTo(EventSchemas.fingerprint(CoopRequest.getClassSchema()));
    }
}
