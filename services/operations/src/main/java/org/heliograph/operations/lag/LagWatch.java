package org.heliograph.operations.lag;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.policy.AccessQuestions;
import org.heliograph.operations.policy.PolicyNotReadyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
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
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lag-watch").daemon().factory());
    // Of the schedule's thread alone.
    private @Nullable LagCluster cluster;
    private @Nullable LagCollector collector;
    private volatile Optional<LagReport> last = Optional.empty();

    LagWatch(BrokerClients clients, AccessQuestions access, LagProperties properties) {
        this.clients = clients;
        this.access = access;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = clock.scheduleWithFixedDelay(this::look, 0, properties.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the last look found; empty before the first. Any thread. */
    public Optional<LagReport> last() {
        return last;
    }

    private void look() {
        try {
            last = Optional.of(collector().look(Owners.of(access.policy())));
        } catch (KafkaException e) {
            log.warn("lag=unknown cause={} message=\"{}\"", e.getClass().getSimpleName(), e.getMessage());
        } catch (PolicyNotReadyException e) {
            log.debug("lag=unknown, as no policy is in force");
        } catch (RuntimeException e) {
            // An exception that left this method would end the schedule in silence.
            log.error("lag=unknown", e);
        }
    }

    private LagCollector collector() {
        LagCollector known = collector;
        if (known == null) {
            LagCluster made = new LagCluster(Admin.create(clients.admin()));
            known = new LagCollector(made, InstantSource.system(), properties.window());
            cluster = made;
            collector = known;
        }
        return known;
    }

    @Override
    public void destroy() {
        clock.close();
        LagCluster open = cluster;
        if (open != null) {
            open.close();
        }
    }
}
