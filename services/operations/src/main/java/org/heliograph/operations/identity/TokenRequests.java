package org.heliograph.operations.identity;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which systems get tokens, as identity has seen it since it started. Any thread. */
@Component
public final class TokenRequests {

    private static final Logger log = LoggerFactory.getLogger(TokenRequests.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final IdentityCalls identity;

    TokenRequests(IdentityCalls identity) {
        this.identity = identity;
    }

    /**
     * What one system got.
     *
     * @param lastGiven when it got a token; null if it got none
     * @param refusedSince when it was refused one, for the first time since then; null if it was not
     * @param refusal why, in one word of identity's; null if it was not refused
     */
    public record Asked(
            @Nullable Instant lastGiven,
            @Nullable Instant refusedSince,
            @Nullable String refusal) {}

    /** By system. Empty if identity is away or none is known: then nobody is said to be without a token. */
    public Map<String, Asked> all() {
        if (!identity.isKnown()) {
            return Map.of();
        }
        try {
            Map<String, Asked> all = new HashMap<>();
            for (JsonNode one :
                    JSON.readTree(identity.get("/api/token-requests")).required("clients")) {
                all.put(
                        one.required("client").asString(),
                        new Asked(
                                instant(one.path("lastGiven")),
                                instant(one.path("refusedSince")),
                                one.path("refusal").asString(null)));
            }
            return all;
        } catch (IOException | TokenUnavailableException | JacksonException | DateTimeException e) {
            log.warn(
                    "tokenRequests=unknown cause={} message=\"{}\"",
                    e.getClass().getSimpleName(),
                    e.getMessage());
            return Map.of();
        }
    }

    private static @Nullable Instant instant(JsonNode time) {
        return time.isString() ? Instant.parse(time.asString()) : null;
    }
}
