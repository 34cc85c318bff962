package org.heliograph.exchange.inbox;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the service reads: of its party's inbox, and of what everybody may read. The receipts of its own dispatches it
 * always reads.
 *
 * @param families of events, each a topic {@code inbox.<party>.<family>}; {@code alerts} and {@code cooperation} if not
 *     given
 * @param publicEvents types of events, each with a topic {@code public.<event>}; none if not given
 * @param concurrency how many consumers share the partitions, 1 to 64; 1 if not given
 */
@ConfigurationProperties("heliograph.inbox")
public record InboxProperties(List<String> families, List<String> publicEvents, Integer concurrency) {

    private static final Pattern FAMILY = Pattern.compile("[a-z]+");
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final int MOST = 64;

    public InboxProperties(
            @Nullable List<String> families, @Nullable List<String> publicEvents, @Nullable Integer concurrency) {
        this.publicEvents = publicEvents == null ? List.of() : List.copyOf(publicEvents);
        this.families = families == null ? List.of("alerts", "cooperation") : List.copyOf(families);
        this.concurrency = concurrency == null ? 1 : concurrency;
        for (String family : this.families) {
            if (!FAMILY.matcher(family).matches() || family.equals("receipts")) {
                throw new IllegalArgumentException(
                        "heliograph.inbox.families: expected families of events [a-z]+ without receipts, not "
                                + family);
            }
        }
        for (String event : this.publicEvents) {
            if (!EVENT.matcher(event).matches()) {
                throw new IllegalArgumentException(
                        "heliograph.inbox.public-events: expected types of events such as research.observation, not "
                                + event);
            }
        }
        if (this.concurrency < 1 || this.concurrency > MOST) {
            throw new IllegalArgumentException(
                    "heliograph.inbox.concurrency: expected 1 to 64, not " + this.concurrency);
        }
    }
}
