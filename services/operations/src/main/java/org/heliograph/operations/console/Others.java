package org.heliograph.operations.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks other processes of the platform for figures. Any thread; waits two seconds at most. */
final class Others implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** What came of a question. */
    sealed interface Answer {}

    record Told(String body) implements Answer {}

    /** Nothing, for a reason. */
    record Silent(Silence reason) implements Answer {}

    /** Why somebody tells nothing. */
    enum Silence {
        /** No address of it is configured. */
        NOT_CONFIGURED,
        /** It does not answer in time. */
        AWAY,
        /** It does not let this be asked. */
        REFUSED,
        /** It answers something else than was asked for. */
        UNREADABLE,
        /** Its counts are content. */
        WITHHELD
    }

    /**
     * Asks one of them.
     *
     * @param base its address; null if none is known
     */
    Answer ask(@Nullable URI base, String path, String token) {
        if (base == null) {
            return new Silent(Silence.NOT_CONFIGURED);
        }
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(base.resolve(path))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .GET()
                            .build(),
                    BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> new Told(response.body());
                case 401, 403 -> new Silent(Silence.REFUSED);
                default -> new Silent(Silence.AWAY);
            };
        } catch (IOException away) {
            return new Silent(Silence.AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Silent(Silence.AWAY);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
