package org.heliograph.operations.console;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heliograph.operations.console.Letters.Letter;
import org.heliograph.operations.lag.Walls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the services of parties for their dead letters, all at once, with the token of the operator who looks: each
 * service decides itself what an operator may see. Any thread.
 */
final class LetterOffices {

    private static final String PATH = "/api/oversight/dead-letters?open=true&size=";
    private static final JsonMapper JSON = new JsonMapper();

    private final ConsoleProperties properties;
    private final Others others;

    LetterOffices(ConsoleProperties properties, Others others) {
        this.properties = properties;
        this.others = others;
    }

    /**
     * What each service tells.
     *
     * @param most letters of each, 1 to 500
     */
    List<Letters> all(String token, Walls walls, int most) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Letters>> asked = new ArrayList<>();
            properties
                    .services()
                    .keySet()
                    .forEach(party ->
                            asked.add(threads.submit((Callable<Letters>) () -> of(party, token, walls, most))));
            List<Letters> all = new ArrayList<>();
            for (Future<Letters> one : asked) {
                all.add(one.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Letters of(String party, String token, Walls walls, int most) {
        if (walls.hide(party)) {
            return Letters.unknown(party, Others.Silence.WITHHELD);
        }
        return switch (others.ask(properties.services().get(party), PATH + most, token)) {
            case Others.Silent silent -> Letters.unknown(party, silent.reason());
            case Others.Told told -> read(party, told.body());
        };
    }

    private static Letters read(String party, String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            List<Letter> some = answer.required("items")
                    .valueStream()
                    .map(LetterOffices::letter)
                    .toList();
            return new Letters(party, some, answer.required("open").asLong(), Optional.empty());
        } catch (JacksonException unreadable) {
            return Letters.unknown(party, Others.Silence.UNREADABLE);
        }
    }

    private static Letter letter(JsonNode letter) {
        return new Letter(
                letter.path("id").asLong(0),
                time(text(letter, "at")),
                text(letter, "eventType"),
                text(letter, "originator"),
                letter.path("topic").asString(""),
                letter.path("partition").asInt(0),
                letter.path("offset").asLong(0),
                letter.path("reason").asString(""),
                letter.path("behind").isNumber() ? letter.path("behind").asLong() : null,
                text(letter.path("discard"), "by"));
    }

    private static @Nullable String text(JsonNode letter, String field) {
        return letter.path(field).isString() ? letter.path(field).asString() : null;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
