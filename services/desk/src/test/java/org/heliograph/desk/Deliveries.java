package org.heliograph.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.events.Envelope;

/** How events and calls arrive. */
final class Deliveries {

    private Deliveries() {}

    /** Each letter twice: applying an event again changes nothing. */
    static void deliver(List<Letter> letters, TestDesk to) {
        letters.forEach(letter -> to.receive(letter.event()));
        letters.forEach(letter -> to.receive(letter.event()));
    }

    static List<Letter> shuffled(List<Letter> letters, int seed) {
        List<Letter> shuffled = new ArrayList<>(letters);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    static Envelope from(String party, Envelope envelope) {
        return Envelope.newBuilder(envelope).setOriginatorParty(party).build();
    }

    static <T> List<T> atOnce(int callers, IntFunction<T> call) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<T>> calls = IntStream.range(0, callers)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(() -> call.apply(caller), executor))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        }
    }
}
