package org.heliograph.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Writers' schemas by the registry's id: those in this folder, and any other from the registry, once. */
final class Schemas {

    private final String registry;
    private final Tokens tokens;
    private final Map<Integer, WriterSchema> known = new HashMap<>();

    /** @param fingerprint what a signature covers of it */
    record WriterSchema(Schema schema, String fingerprint) {

        static WriterSchema of(String definition) {
            Schema schema = new Schema.Parser().parse(definition);
            try {
                return new WriterSchema(
                        schema, HexFormat.of().formatHex(SchemaNormalization.parsingFingerprint("SHA-256", schema)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    Schemas(Settings settings, Tokens tokens) {
        this.registry = settings.text("registry");
        this.tokens = tokens;
        settings.kit().required("schemas").forEach(schema -> known.put(
                schema.required("id").asInt(), WriterSchema.of(read(schema.required("file").asText()))));
    }

    WriterSchema byId(int id) {
        return known.computeIfAbsent(
                id,
                unknown -> WriterSchema.of(tokens.get(registry + "/schemas/ids/" + unknown)
                        .required("schema")
                        .asText()));
    }

    private static String read(String file) {
        try {
            return Files.readString(Settings.file(file));
        } catch (IOException e) {
            throw new KitException(file + " of the kit cannot be read");
        }
    }
}
