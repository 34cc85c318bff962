package org.heliograph.exchange.inbox;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the service reads of its party's inbox. The receipts of its own dispatches it always reads.
 *
 * @param families of events, each a topic {@code inbox.<party>.<family>}; {@code alerts} and {@code cooperation} if not
 *     given
 * @param concurrency how many consumers share the partitions, 1 to 64; 1 if not given
 */
@ConfigurationProperties("heliograph.inbox")
public record InboxProperties(List<String> families, Integer concurrency) {

    private static final Pattern FAMILY = Pattern.compile("[a-z]+");
    private static final int MOST = 64;

    public InboxProperties(@Nullable List<String> families, @Nullable Integer concurrency) {
        this.families = families == null ? List.of("alerts", "cooperation") : List.copyOf(families);
        this.concurrency = concurrency == null ? 1 : concurrency;
        for (String family : this.families) {
            if (!FAMILY.matcher(family).matches() || family.equals("receipts")) {
                throw new IllegalArgumentException(
                        "heliograph.inbox.families: expected families of events [a-z]+ without receipts, not "
                                + family);
            }
        }
        if (this.concurrency < 1 || this.concurrency > MOST) {
            throw new IllegalArgumentException(
                    "heliograph.inbox.concurrency: expected 1 to 64, not " + this.concurrency);
        }
    }
}
