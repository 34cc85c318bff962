package org.heliograph.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Publishes through the party's service, and says who got it. */
final class Publish {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Tokens tokens;

    Publish(Settings settings) {
        this.settings = settings;
        this.tokens = new Tokens(settings, "desk");
    }

    void run(String path, Path file) throws InterruptedException {
        settings.optional("cannotPublish").ifPresent(reason -> {
            throw new KitException(reason);
        });
        URI uri = URI.create(settings.text("service") + path);
        HttpResponse<String> response = tokens.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                // The same one makes it safe to send a request again.
                .header("Idempotency-Key", UUID.randomUUID().toString())
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
            Thread.sleep(500);
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
