package org.heliograph.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ends, and when: grants and signing keys by the policy, secrets by identity.
 *
 * @param soonest that have an end, the soonest first; what has ended already is there until it is removed
 * @param endless that have none
 * @param silence why identity says nothing of secrets; empty if it does
 */
record Ends(List<End> soonest, List<End> endless, Optional<Others.Silence> silence) {

    /** What ends within this time is marked. */
    static final Duration SOON = Duration.ofDays(30);

    private static final JsonMapper JSON = new JsonMapper();

    enum Kind {
        SECRET,
        KEY,
        GRANT
    }

    /**
     * One of them.
     *
     * @param party null of a client of the platform itself
     * @param name of the client, the key or the grant
     * @param until null if it has no end
     */
    record End(
            Kind kind,
            @Nullable String party,
            String name,
            @Nullable Instant until) {

        public boolean hasEnded(Instant now) {
            return until != null && !now.isBefore(until);
        }

        public boolean isSoon(Instant now) {
            return until != null && until.isBefore(now.plus(SOON));
        }
    }

    /** As {@code silence}; null if identity says something. */
    public Others.@Nullable Silence reason() {
        return silence.orElse(null);
    }

    /** By a policy, and by what identity told of its clients. */
    static Ends of(Policy policy, Others.Answer clients) {
        List<End> all = new ArrayList<>();
        policy.grants()
                .values()
                .forEach(grant -> all.add(new End(Kind.GRANT, grant.party(), grant.id(), grant.until())));
        policy.signingKeys()
                .forEach(key -> all.add(
                        new End(Kind.KEY, key.party(), key.kid(), key.until().orElse(null))));
        Optional<Others.Silence> silence = switch (clients) {
            case Others.Silent silent -> Optional.of(silent.reason());
            case Others.Told told -> secrets(told.body(), all);
        };
        return new Ends(
                all.stream()
                        .filter(end -> end.until() != null)
                        .sorted(Comparator.comparing(End::until, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(End::name))
                        .toList(),
                all.stream()
                        .filter(end -> end.until() == null)
                        .sorted(Comparator.comparing(End::kind).thenComparing(End::name))
                        .toList(),
                silence);
    }

    private static Optional<Others.Silence> secrets(String body, List<End> all) {
        try {
            for (JsonNode client : JSON.readTree(body)) {
                JsonNode party = client.path("party");
                for (JsonNode secret : client.required("secrets")) {
                    all.add(new End(
                            Kind.SECRET,
                            party.isString() ? party.asString() : null,
                            client.required("id").asString(),
                            secret.path("until").isString()
                                    ? Instant.parse(secret.path("until").asString())
                                    : null));
                }
            }
            return Optional.empty();
        } catch (JacksonException | DateTimeParseException unreadable) {
            return Optional.of(Others.Silence.UNREADABLE);
        }
    }
}
