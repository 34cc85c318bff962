package org.heliograph.exchange;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose service this is.
 *
 * @param party the party's id, {@code [a-z][a-z0-9-]*}
 * @param partitions of every topic, 1 to 1000; fixed for ever, as the order of a case hangs on it; 6 if not given
 */
@ConfigurationProperties("heliograph")
public record PartyProperties(String party, Integer partitions) {

    private static final int USUAL = 6;
    private static final Pattern PARTY = Pattern.compile("[a-z][a-z0-9-]*");

    public PartyProperties {
        if (party == null || !PARTY.matcher(party).matches()) {
            throw new IllegalArgumentException("heliograph.party: expected a party id [a-z][a-z0-9-]*, not " + party);
        }
        partitions = partitions == null ? USUAL : partitions;
        if (partitions < 1 || partitions > 1_000) {
            throw new IllegalArgumentException("heliograph.partitions: expected 1 to 1000, not " + partitions);
        }
    }

    /** The only topic that the party may write. */
    public String outboxTopic() {
        return "outbox." + party;
    }

    /** A topic of the party's inbox. */
    public String inboxTopic(String family) {
        return "inbox." + party + "." + family;
    }
}
