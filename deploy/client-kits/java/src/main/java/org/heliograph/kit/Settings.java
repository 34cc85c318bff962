package org.heliograph.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code kit.json} says, and where the secret is. */
record Settings(JsonNode kit) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Settings read() {
        return new Settings(json(file("kit.json")));
    }

    /** A file of the kit: in the current folder, unless HELIOGRAPH_KIT names another. */
    static Path file(String name) {
        return Path.of(System.getenv().getOrDefault("HELIOGRAPH_KIT", "")).resolve(name);
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new KitException(file.toAbsolutePath() + " cannot be read; run this in the folder of the kit");
        }
    }

    String text(String name) {
        return kit.required(name).asText();
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(kit.required(name).textValue());
    }

    String principal() {
        return text("principal");
    }

    URI tokenEndpoint() {
        return URI.create(text("tokenEndpoint"));
    }

    List<String> topics() {
        List<String> topics = new ArrayList<>();
        kit.required("topics").forEach(topic -> topics.add(topic.asText()));
        return topics;
    }

    /** What must be there to remember over a restart. */
    Path state() {
        try {
            return Files.createDirectories(file("state"));
        } catch (IOException e) {
            throw new KitException("the folder state cannot be made: " + e);
        }
    }

    /** From HELIOGRAPH_SECRET, else from the file that HELIOGRAPH_SECRET_FILE or kit.json names. */
    String secret() {
        Map<String, String> environment = System.getenv();
        String given = environment.getOrDefault("HELIOGRAPH_SECRET", "");
        if (!given.isEmpty()) {
            return given;
        }
        String file = environment.getOrDefault("HELIOGRAPH_SECRET_FILE", text("secretFile"));
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new KitException("no client secret of %s: %s cannot be read (%s); set HELIOGRAPH_SECRET_FILE to the file"
                            .formatted(principal(), file, e.getClass().getSimpleName())
                    + " that holds it, or HELIOGRAPH_SECRET to the secret itself");
        }
    }

    /** The refusal of a topic or group, with what it may read and what to ask whom. */
    KitException denied(String what) {
        return new KitException(
                "%s may not read %s.%nIt may read %s.%n%s"
                        .formatted(principal(), what, String.join(", ", topics()), text("denied")),
                KitException.DENIED);
    }
}
