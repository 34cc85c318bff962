package org.heliograph.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;

/** How long it takes from XA's submission by REST until the copy can be read from UNODC's inbox. */
final class FlashWay implements AutoCloseable {

    private static final String INBOX = "inbox.unodc.cooperation";
    private static final Duration POLL = Duration.ofMillis(50);

    private final PartySystem unodc;
    private final OfficerDesk xa;
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread listener;
    private volatile boolean over;

    FlashWay(Stack stack) throws InterruptedException {
        unodc = new PartySystem(stack, "unodc");
        xa = new OfficerDesk(stack, Component.XA);
        listener = Thread.ofPlatform()
                .name("inbox")
                .start(() -> listen(stack.roster().partitions()));
        listening.await();
    }

    private void listen(int partitions) {
        try (KafkaConsumer<String, byte[]> consumer = unodc.consumer(Map.of())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(INBOX, partition));
            }
            consumer.assign(all);
            consumer.seekToEnd(all);
            all.forEach(consumer::position);
            listening.countDown();
            while (!over) {
                consumer.poll(POLL).forEach(copy -> {
                    String subject =
                            new String(copy.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8);
                    arrivals.putIfAbsent(subject.substring(subject.indexOf(':') + 1), System.nanoTime());
                });
            }
        }
    }

    /** Submits so many, one after the other has arrived, and tells how long each took, the shortest first. */
    List<Duration> measure(int number) throws InterruptedException {
        List<Duration> taken = new ArrayList<>();
        for (int index = 0; index < number; index++) {
            long begin = System.nanoTime();
            String request = xa.post("/api/v1/requests", flash())
                    .success()
                    .get("requestId")
                    .asString();
            while (!arrivals.containsKey(request)) {
                if (System.nanoTime() - begin > Duration.ofMinutes(1).toNanos()) {
                    throw new AssertionError("a request did not arrive within a minute");
                }
                LockSupport.parkNanos(500_000);
            }
            taken.add(Duration.ofNanos(arrivals.getOrDefault(request, begin) - begin));
        }
        return taken.stream().sorted().toList();
    }

    private static Map<String, Object> flash() {
        return new HashMap<>(Map.of(
                "kind", "LEGISLATIVE_ASSISTANCE",
                "status", "EXERCISE",
                "priority", "FLASH",
                "addressees", List.of("unodc"),
                "subject", "Boat in distress",
                "factsSummary", "Made by a test",
                "assistanceSought", "Advice at once"));
    }

    @Override
    public void close() {
        over = true;
        try {
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        xa.close();
        unodc.close();
    }
}
