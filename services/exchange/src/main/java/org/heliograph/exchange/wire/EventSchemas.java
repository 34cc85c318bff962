package org.heliograph.exchange.wire;

import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Schemas as they are registered, and the fingerprint that a signature covers. Pure functions, any thread. */
public final class EventSchemas {

    private static final String JAVA_STRING = "avro.java.string";
    private static final JsonMapper JSON = new JsonMapper();

    private static final ClassValue<Schema> OF_CLASS = new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> type) {
            return plain(SpecificData.getForClass(type).getSchema(type));
        }
    };

    private static final ClassValue<String> FINGERPRINT_OF_CLASS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return fingerprint(OF_CLASS.get(type));
        }
    };

    static {
        AvroLimits.enforce();
    }

    private EventSchemas() {}

    /**
     * The schema of a generated class as the registry has it: without properties that only Java reads. Cached for each
     * class.
     */
    public static Schema of(Class<? extends SpecificRecord> type) {
        return OF_CLASS.get(type);
    }

    /** The schema without {@code avro.java.string}, at any depth. */
    public static Schema plain(Schema schema) {
        String text = schema.toString();
        if (!text.contains(JAVA_STRING)) {
            return schema;
        }
        JsonNode tree = JSON.readTree(text);
        removeJavaString(tree);
        return new Schema.Parser().parse(tree.toString());
    }

    /**
     * SHA-256 of the schema's Parsing Canonical Form (Avro specification), in lower-case hex. The same for schemas that
     * differ only in documentation, defaults and properties.
     */
    public static String fingerprint(Schema schema) {
        try {
            return HexFormat.of().formatHex(SchemaNormalization.parsingFingerprint("SHA-256", schema));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The fingerprint of a generated class's schema. Cached for each class. */
    public static String fingerprintOf(Class<? extends SpecificRecord> type) {
        return FINGERPRINT_OF_CLASS.get(type);
    }

    private static void removeJavaString(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
        }
        node.forEach(EventSchemas::removeJavaString);
    }
}
