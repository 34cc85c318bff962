package org.heliograph.operations.console;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.heliograph.operations.console.Others.Silence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Asks the gate for its figures on a schedule, as operations itself. Any thread. */
final class GateWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GateWatch.class);
    private static final String SCOPE = "gate";
    private static final String PATH = "/actuator/prometheus";

    private final ConsoleProperties properties;
    private final Others others;
    private final AccessTokens tokens;
    private final Clock clock;
    private final GateFigures figures = new GateFigures();
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gate-watch").daemon().factory());
    private volatile Optional<Silence> silence = Optional.empty();

    GateWatch(ConsoleProperties properties, Others others, OAuthProperties oauth, Clock clock) {
        this.properties = properties;
        this.others = others;
        this.tokens = new AccessTokens(oauth, SCOPE);
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (properties.gate() == null) {
            silence = Optional.of(Silence.NOT_CONFIGURED);
            return;
        }
        var _ = schedule.scheduleWithFixedDelay(
                this::look, 0, properties.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    GateFigures figures() {
        return figures;
    }

    /** Why the last question had no answer; empty if it had. */
    Optional<Silence> silence() {
        return silence;
    }

    private void look() {
        try {
            silence = switch (others.ask(properties.gate(), PATH, tokens.current())) {
                case Others.Silent silent -> Optional.of(silent.reason());
                case Others.Told told -> {
                    figures.add(clock.instant(), told.body());
                    yield Optional.empty();
                }
            };
        } catch (TokenUnavailableException e) {
            silence = Optional.of(Silence.REFUSED);
            log.warn("gateFigures=unknown message=\"{}\"", e.getMessage());
        } catch (RuntimeException e) {
            // An exception that left this method would end the schedule in silence.
            log.error("gateFigures=unknown", e);
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        tokens.close();
    }
}
