package org.heliograph.identity.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How systems fared that asked for a token, since this process started. Any thread; as large as there are accounts. */
public final class TokenRequests {

    private final Map<String, TokenRequest> last = new ConcurrentHashMap<>();

    /** Why a system that exists gets no token. */
    public enum Refusal {
        /** Its secret is none of those that are in force. */
        SECRET,
        /** The policy suspends its party. */
        SUSPENDED
    }

    /**
     * What one system got.
     *
     * @param lastGiven when it got a token; null if it got none
     * @param refusedSince of those refused since then, the first; null if there is none
     * @param lastRefused of them, the last
     * @param refusal why the last was refused
     */
    public record TokenRequest(
            String client,
            @Nullable Instant lastGiven,
            @Nullable Instant refusedSince,
            @Nullable Instant lastRefused,
            @Nullable Refusal refusal) {}

    public void given(String client, Instant now) {
        last.put(client, new TokenRequest(client, now, null, null, null));
    }

    public void refused(String client, Instant now, Refusal why) {
        last.merge(
                client,
                new TokenRequest(client, null, now, now, why),
                (before, first) -> new TokenRequest(
                        client,
                        before.lastGiven(),
                        before.refusedSince() == null ? now : before.refusedSince(),
                        now,
                        why));
    }

    /** Of every system that asked. */
    public Collection<TokenRequest> all() {
        return List.copyOf(last.values());
    }
}
