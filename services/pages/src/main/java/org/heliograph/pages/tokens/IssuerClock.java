package org.heliograph.pages.tokens;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * The time as the issuer of tokens tells it beside its keys, counted on by a clock that nobody sets. A token says when
 * it ends by the issuer's clock; a machine that is hours off would turn everybody away, or take tokens that ended long
 * ago. Who could forge this time could forge the keys too. Until the issuer has told one, the machine's own is used.
 * Any thread.
 */
final class IssuerClock extends Clock implements ClientHttpRequestInterceptor {

    /** A clock that nobody sets may run slow or fast by some seconds a day. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final LongSupplier ticks;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Reading last;
    private volatile Runnable question = () -> {};

    private record Reading(Instant told, long at) {}

    IssuerClock() {
        this(System::nanoTime);
    }

    /** By a counter of nanoseconds. */
    IssuerClock(LongSupplier ticks) {
        this.ticks = ticks;
    }

    /** Makes the issuer tell its time again; called now and then on a thread of its own, and may fail. */
    void asks(Runnable asked) {
        question = asked;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse response = execution.execute(request, body);
        long told = response.getHeaders().getDate();
        if (told >= 0) {
            last = new Reading(Instant.ofEpochMilli(told), ticks.getAsLong());
        }
        return response;
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        if (reading == null) {
            return Clock.systemUTC().instant();
        }
        Duration since = Duration.ofNanos(ticks.getAsLong() - reading.at());
        if (since.compareTo(GOOD_FOR) > 0 && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("issuer-time").start(this::ask);
        }
        return reading.told().plus(since);
    }

    private void ask() {
        try {
            question.run();
        } catch (RuntimeException away) {
            // The reading before goes on to be used; the next token asks again.
        } finally {
            asking.set(false);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tells instants only");
    }
}
