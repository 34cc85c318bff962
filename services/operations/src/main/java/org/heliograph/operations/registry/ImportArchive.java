package org.heliograph.operations.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.heliograph.sharing.policy.RegisteredSchema;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Apicurio Registry imports, in the form of its own exports of version 3: the texts of schemas with their ids, and
 * no subjects, so that each becomes a version by the registry's own rules when it is registered.
 */
final class ImportArchive {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = "3.0";

    private ImportArchive() {}

    static byte[] of(Collection<RegisteredSchema> schemas) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(
                    zip,
                    "manifest.Manifest.json",
                    JSON.writeValueAsBytes(Map.of("systemVersion", VERSION, "exportVersion", VERSION)));
            for (RegisteredSchema schema : schemas) {
                // As it is sent when it is registered.
                byte[] text =
                        new AvroSchema(schema.definition()).canonicalString().getBytes(StandardCharsets.UTF_8);
                String hash = sha256(text);
                put(
                        zip,
                        "content/%s.Content.json".formatted(hash),
                        JSON.writeValueAsBytes(Map.of(
                                "contentId",
                                schema.id(),
                                "contentHash",
                                hash,
                                "artifactType",
                                "AVRO",
                                "contentType",
                                "application/json")));
                put(zip, "content/%s.Content.data".formatted(hash), text);
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
