package org.heliograph.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.heliograph.bench.Throughput.Look;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.SampleEvents;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** IOM with nothing but its outbox and relay, in this process. */
final class Outlet implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    private final ConfigurableApplicationContext context;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Outlet(Stack stack) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("heliograph.party", "iom");
        properties.put("heliograph.partitions", stack.roster().partitions());
        properties.put("heliograph.broker.bootstrap-servers", stack.bootstrapServers());
        properties.put("heliograph.registry.url", stack.registryUrl().toString());
        properties.put("heliograph.oauth.token-uri", stack.tokenUri().toString());
        properties.put("heliograph.oauth.client-id", "iom");
        properties.put("heliograph.oauth.client-secret", stack.secrets().client("iom"));
        properties.put(
                "heliograph.signing.key", stack.secrets().signingKeyFile("iom").toString());
        properties.put("spring.datasource.url", stack.databaseUrl("iom"));
        properties.put("spring.datasource.username", "iom");
        properties.put("spring.datasource.password", stack.secrets().database("iom"));
        properties.put("spring.datasource.hikari.maximum-pool-size", "8");
        properties.put("spring.flyway.locations", "classpath:db/exchange");
        properties.put("logging.level.root", "warn");
        // What comes in is none of its business.
        properties.put(
                "spring.autoconfigure.exclude",
                "org.heliograph.exchange.inbox.InboxAutoConfiguration,"
                        + "org.heliograph.exchange.receipt.ReceiptAutoConfiguration");
        // Its readiness names an inbox, which it does not have.
        properties.put("management.endpoint.health.validate-group-membership", "false");
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(properties)
                .run();
        outbox = context.getBean(Outbox.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** The case of the event, which is its own. */
    private String add(String... recipients) {
        CoopEvent event = SampleEvents.coopEvent(
                "iom", SampleEvents.cooperation("coop.event", "iom").build());
        var distribution = new Distribution(List.of(recipients), List.of());
        transaction.executeWithoutResult(_ -> outbox.add(event, distribution));
        return event.getEnvelope().getContextId();
    }

    /** What is stored here, until {@code arrivals} has it: first as fast as it goes, then at a steady rate. */
    Step step(String name, Arrivals arrivals, int number, Pace pace, String... recipients) throws InterruptedException {
        flatOut(arrivals, number / 3, recipients);
        Look first = Look.at(0);
        flatOut(arrivals, number, recipients);
        Throughput throughput = Throughput.between(first, Look.at(number));
        return new Step(name, throughput, steady(arrivals, pace, recipients));
    }

    private void flatOut(Arrivals arrivals, int number, String... recipients) throws InterruptedException {
        int before = arrivals.count();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int index = 0; index < number; index++) {
                var _ = writers.submit(() -> add(recipients));
            }
        }
        arrivals.await(before + number, PATIENCE);
        if (arrivals.count() != before + number) {
            throw new IllegalStateException("%d of %d events arrived".formatted(arrivals.count() - before, number));
        }
    }

    /** From the moment each was meant to be stored. */
    private Latency steady(Arrivals arrivals, Pace pace, String... recipients) throws InterruptedException {
        Map<String, Long> intended = new ConcurrentHashMap<>();
        int warmUp = pace.beats() / 3;
        int before = arrivals.count();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            pace.run((index, meant) -> {
                var _ = writers.submit(() -> {
                    String id = add(recipients);
                    if (index >= warmUp) {
                        intended.put(id, meant);
                    }
                });
            });
        }
        arrivals.await(before + pace.beats(), PATIENCE);
        Latency latency = arrivals.since(intended);
        if (latency.count() != intended.size() || intended.size() != pace.beats() - warmUp) {
            throw new IllegalStateException(
                    "%d of %d events arrived".formatted(latency.count(), pace.beats() - warmUp));
        }
        return latency;
    }

    @Override
    public void close() {
        context.close();
    }
}
