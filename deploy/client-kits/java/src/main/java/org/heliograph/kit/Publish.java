package org.heliograph.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Publishes through the party's service, and says who got it. */
final class Publish {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(500);

    private final Settings settings;
    private final Tokens tokens;

    Publish(Settings settings) {
        this.settings = settings;
        this.tokens = new Tokens(settings, "desk");
    }

    /** @param key what {@code /api/v1/requests} takes is submitted once for each */
    void run(String path, Path file, String key) throws InterruptedException {
        settings.optional("cannotPublish").ifPresent(reason -> {
            throw new KitException(reason);
        });
        URI uri = URI.create(settings.text("service") + path);
        HttpResponse<String> response = tokens.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(body(file)));
        if (response.statusCode() / 100 != 2) {
            throw new KitException("%s answers %d: %s".formatted(uri, response.statusCode(), response.body()));
        }
        System.out.println(response.body());
        if (!response.body().isEmpty()) {
            JsonNode eventId = Tokens.json(response).path("eventId");
            if (eventId.isTextual()) {
                System.out.println(released(eventId.asText()));
            }
        }
    }

    /** What the gate said of the event, or that it has not answered yet. */
    private JsonNode released(String eventId) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode said = tokens.get("%s/api/v1/events/%s/recipients".formatted(settings.text("service"), eventId));
            if (!said.path("outcome").asText().equals("WAITING") || System.nanoTime() > until) {
                return said;
            }
            Thread.sleep(ASK_AGAIN_AFTER.toMillis());
        }
    }

    private static HttpRequest.BodyPublisher body(Path file) {
        try {
            return HttpRequest.BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new KitException("no file " + file);
        }
    }
}
