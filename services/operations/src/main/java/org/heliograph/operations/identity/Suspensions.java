package org.heliograph.operations.identity;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of suspended parties as identity holds it. An identity that does not answer stops nothing here: gate and
 * broker are cut all the same, and the difference is told until it is gone. Any thread; waits a few seconds at most
 * where it has a token.
 */
@Component
public final class Suspensions {

    private static final Logger log = LoggerFactory.getLogger(Suspensions.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LIST = "/api/suspensions";

    private final IdentityCalls identity;

    Suspensions(IdentityCalls identity) {
        this.identity = identity;
    }

    /**
     * Makes it the list that identity holds.
     *
     * @return whether identity has taken it, or none is known
     */
    public boolean bring(SortedSet<String> suspended) {
        if (!identity.isKnown()) {
            return true;
        }
        String body = JSON.writeValueAsString(Map.of("parties", suspended));
        try {
            identity.put(LIST, body);
            return true;
        } catch (IOException | TokenUnavailableException e) {
            log.error(
                    "alarm=suspensionsNotAtIdentity suspended={} cause={} message=\"{}\"",
                    suspended,
                    e.getClass().getSimpleName(),
                    e.getMessage());
            return false;
        }
    }

    /** How the list that identity holds differs from this one, in words; nothing if it does not, or none is known. */
    public List<String> drift(SortedSet<String> suspended) {
        if (!identity.isKnown()) {
            return List.of();
        }
        try {
            SortedSet<String> held = held(identity.get(LIST));
            return held.equals(suspended)
                    ? List.of()
                    : List.of("identity suspends %s, expected %s".formatted(held, suspended));
        } catch (IOException | TokenUnavailableException e) {
            return List.of("identity does not say whom it suspends, expected %s".formatted(suspended));
        }
    }

    private static SortedSet<String> held(String body) throws IOException {
        try {
            SortedSet<String> held = new TreeSet<>();
            for (JsonNode party : JSON.readTree(body).required("parties")) {
                held.add(party.asString());
            }
            return held;
        } catch (JacksonException e) {
            throw new IOException("identity answers without a list of parties", e);
        }
    }
}
