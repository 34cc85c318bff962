package org.heliograph.operations.lag;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.identity.TokenRequests;
import org.heliograph.operations.policy.AccessQuestions;
import org.heliograph.operations.policy.PolicyNotReadyException;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at all readers on a schedule, from when the policy is in force, and keeps what the last look found. */
@Component
@EnableConfigurationProperties(LagProperties.class)
public final class LagWatch implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LagWatch.class);

    private final BrokerClients clients;
    private final AccessQuestions access;
    private final LagProperties properties;
    private final Contents contents;
    private final TokenRequests tokens;
    private final Map<LagState, AtomicInteger> numbers = new EnumMap<>(LagState.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lag-watch").daemon().factory());
    // Of the schedule's thread alone.
    private @Nullable LagCluster cluster;
    private @Nullable LagCollector collector;
    private volatile Optional<LagReport> last = Optional.empty();
    private volatile Optional<Instant> oldestUrgent = Optional.empty();
    private final Looks looks = new Looks();

    LagWatch(
            BrokerClients clients,
            AccessQuestions access,
            LagProperties properties,
            ObjectProvider<Contents> contents,
            TokenRequests tokens,
            MeterRegistry meters) {
        this.contents = contents.getIfAvailable(() -> Contents.UNKNOWN);
        this.tokens = tokens;
        this.clients = clients;
        this.access = access;
        this.properties = properties;
        Gauge.builder("heliograph.lag.urgent.oldest", this, LagWatch::secondsOfOldestUrgent)
                .description("Age of the oldest unread event of priority FLASH or HIGH; 0 if none is unread")
                .baseUnit("seconds")
                .register(meters);
        for (LagState state : LagState.values()) {
            AtomicInteger number = new AtomicInteger();
            numbers.put(state, number);
            Gauge.builder("heliograph.lag.readers", number, AtomicInteger::get)
                    .description("Consumer groups at topics, by how they are doing")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    /** By those readers whose figures operators may see. */
    private void urgent(LagReport seen) {
        oldestUrgent = seen.rows().stream()
                .map(row -> row.waiting().oldestUrgent())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder());
    }

    private double secondsOfOldestUrgent() {
        return oldestUrgent
                .map(since -> Duration.between(since, Instant.now()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = clock.scheduleWithFixedDelay(this::look, 0, properties.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the last look found; empty before the first. Any thread. */
    public Optional<LagReport> last() {
        return last;
    }

    /** What the last looks saw, one after the other. */
    public Looks looks() {
        return looks;
    }

    private void look() {
        try {
            LagCollector seeing = collector();
            Policy policy = access.policy();
            LagReport found = seeing.look(Owners.of(policy, askedForTokens()));
            urgent(found.seenBy(Walls.of(Optional.of(policy))));
            looks.add(found, seeing.appended());
            last = Optional.of(found);
            numbers.forEach((state, number) -> number.set((int)
                    found.rows().stream().filter(row -> row.state() == state).count()));
        } catch (KafkaException e) {
            log.warn("lag=unknown cause={} message=\"{}\"", e.getClass().getSimpleName(), e.getMessage());
            last = last.map(
                    before -> before.unansweredAt(Instant.now(), e.getClass().getSimpleName()));
        } catch (PolicyNotReadyException e) {
            log.debug("lag=unknown, as no policy is in force");
        } catch (RuntimeException e) {
            // An exception that left this method would end the schedule in silence.
            log.error("lag=unknown", e);
        }
    }

    /** Asked only where it may explain something: while a reader that nobody is connected to is behind. */
    private Map<String, TokenRequests.Asked> askedForTokens() {
        boolean stopped =
                last.stream().flatMap(report -> report.rows().stream()).anyMatch(row -> row.state() == LagState.STOP);
        return stopped ? tokens.all() : Map.of();
    }

    private LagCollector collector() {
        LagCollector known = collector;
        if (known == null) {
            Map<String, Object> config = clients.admin();
            // Thousands of groups or partitions in a call take a broker longer than one; a partition without a leader
            // is waited for as long as that.
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
            LagCluster made = new LagCluster(Admin.create(config));
            known = new LagCollector(made, InstantSource.system(), properties.window(), contents);
            cluster = made;
            collector = known;
        }
        return known;
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        LagCluster open = cluster;
        if (open != null) {
            open.close();
        }
    }
}
