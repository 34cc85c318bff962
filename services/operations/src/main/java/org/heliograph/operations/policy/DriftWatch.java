package org.heliograph.operations.policy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.heliograph.operations.cluster.ClusterDrift;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.operations.cluster.DesiredState;
import org.heliograph.operations.cluster.DriftItem;
import org.heliograph.operations.identity.Suspensions;
import org.heliograph.operations.registry.SchemaRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Compares the live cluster with the version in force, on a schedule and when asked. It tells and repairs nothing: who
 * changed something by hand may have had a reason, and an operator's {@code apply} sets all of it back. One thing alone
 * it repairs on the schedule: whom identity suspends, which may have missed what was decided while it was away.
 */
@Component
public final class DriftWatch implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DriftWatch.class);

    private final PolicyApplication application;
    private final SchemaRegistration registration;
    private final Suspensions suspensions;
    private final BrokerClients clients;
    private final ClusterProperties cluster;
    private final DriftProperties properties;
    private final Map<DriftItem.Kind, AtomicInteger> numbers = new EnumMap<>(DriftItem.Kind.class);
    private final AtomicInteger ownRights = new AtomicInteger();
    private final AtomicInteger asking = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("drift-watch").daemon().factory());
    private volatile Optional<Drift> last = Optional.empty();
    private volatile Map<DriftItem, Instant> since = Map.of();

    DriftWatch(
            PolicyApplication application,
            SchemaRegistration registration,
            Suspensions suspensions,
            BrokerClients clients,
            ClusterProperties cluster,
            DriftProperties properties,
            MeterRegistry meters) {
        this.application = application;
        this.registration = registration;
        this.suspensions = suspensions;
        this.clients = clients;
        this.cluster = cluster;
        this.properties = properties;
        for (DriftItem.Kind kind : DriftItem.Kind.values()) {
            AtomicInteger number = new AtomicInteger();
            numbers.put(kind, number);
            Gauge.builder("heliograph.policy.drift", number, AtomicInteger::get)
                    .description("What is not as the policy in force says")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder("heliograph.policy.own.rights", ownRights, AtomicInteger::get)
                .description("Rights of operations itself that the policy does not have")
                .register(meters);
    }

    /** Begins the schedule; once, after the start has brought the cluster to the policy. */
    void begin() {
        long pause = properties.every().toMillis();
        var _ = clock.scheduleWithFixedDelay(this::lookUnlessBusy, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** What the last look found. */
    public Optional<Drift> last() {
        return last;
    }

    /** Of what the last look found, which look found it first. */
    public Map<DriftItem, Instant> since() {
        return since;
    }

    private void lookUnlessBusy() {
        // In the middle of an application everything differs.
        if (application.lock().tryLock()) {
            try {
                Drift found = compare(this::giveWay);
                if (found.items().stream().anyMatch(item -> item.kind() == DriftItem.Kind.SUSPENSION)) {
                    application
                            .inForce()
                            .ifPresent(current ->
                                    suspensions.bring(current.policy().suspendedParties()));
                }
            } catch (CancellationException e) {
                log.debug("drift=left to whoever asked");
            } catch (IOException | KafkaException | TokenUnavailableException e) {
                log.warn("drift=unknown cause={} message=\"{}\"", e.getClass().getSimpleName(), e.getMessage());
            } catch (RuntimeException e) {
                // An exception that left this method would end the schedule in silence.
                log.error("drift=unknown", e);
            } finally {
                application.lock().unlock();
            }
        }
    }

    /** An operator who asks does not wait until the schedule has looked at thousands of topics. */
    private void giveWay() {
        if (asking.get() > 0) {
            throw new CancellationException();
        }
    }

    /** Looks now. */
    public Drift look() throws IOException {
        asking.incrementAndGet();
        application.lock().lock();
        try {
            asking.decrementAndGet();
            return compare(() -> {});
        } finally {
            application.lock().unlock();
        }
    }

    private Drift compare(Runnable between) throws IOException {
        try (ClusterDrift live = new ClusterDrift(clients, cluster)) {
            InForce inForce = application
                    .inForce()
                    .orElseThrow(() -> new PolicyNotReadyException("No policy is in force yet. Try again later."));
            List<DriftItem> items = new ArrayList<>(
                    live.from(DesiredState.of(inForce.policy(), cluster), application.everCalledFor(), between));
            registration.drift().forEach(what -> items.add(new DriftItem(DriftItem.Kind.SUBJECT, what)));
            suspensions
                    .drift(inForce.policy().suspendedParties())
                    .forEach(what -> items.add(new DriftItem(DriftItem.Kind.SUSPENSION, what)));
            String self = inForce.policy().platform().principals().operations();
            Drift found = new Drift(
                    inForce.policy().version(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    items,
                    items.stream()
                            .filter(item -> item.isRightOf(self))
                            .map(DriftItem::what)
                            .toList());
            tell(found);
            return found;
        }
    }

    private void tell(Drift found) {
        numbers.forEach((kind, number) -> number.set(
                (int) found.items().stream().filter(item -> item.kind() == kind).count()));
        ownRights.set(found.ownRights().size());
        boolean news = last.map(Drift::items).stream().noneMatch(found.items()::equals);
        last = Optional.of(found);
        Map<DriftItem, Instant> before = since;
        since = found.items().stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), item -> before.getOrDefault(item, found.at())));
        if (news && !found.items().isEmpty()) {
            log.warn(
                    "drift={} first=\"{}\"", found.items().size(), found.items().getFirst());
        }
        // As long as it lasts, however often it was told.
        found.ownRights().forEach(right -> log.error("alarm=ownRightsGrew right=\"{}\"", right));
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
