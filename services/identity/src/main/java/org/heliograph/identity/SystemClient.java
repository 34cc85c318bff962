package org.heliograph.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A system that authenticates with a secret (client credentials).
 *
 * @param id the principal: client id, subject of its tokens and, with scope {@code broker}, its Kafka principal
 * @param secretHash the secret, as {@code {bcrypt}} and a hash of cost 10 or more
 * @param scopes what it may ask for, one in each request
 * @param party whom it works for; needed with the scopes {@code desk}, {@code operations} and {@code gate}
 * @param roles what it may do at the registry
 */
record SystemClient(
        String id,
        String secretHash,
        Set<AudienceScope> scopes,
        @Nullable String party,
        @DefaultValue("registry-reader") Set<String> roles) {

    private static final Set<AudienceScope> OF_A_PARTY =
            EnumSet.of(AudienceScope.DESK, AudienceScope.OPERATIONS, AudienceScope.GATE);

    SystemClient {
        Expect.that(Expect.isPrincipal(id), "heliograph.identity.clients[].id", Expect.PRINCIPAL);
        // The broker's own name is its superuser, which no token may ever speak for.
        Expect.that(!id.equals("broker"), "heliograph.identity.clients[].id", "another name than the broker's own");
        String owner = "heliograph.identity.clients[" + id + "].";
        Expect.that(Expect.isHash(secretHash), owner + "secret-hash", Expect.HASH);
        Expect.that(
                scopes != null && !scopes.isEmpty(),
                owner + "scopes",
                "one or more of broker, registry, desk, operations, gate");
        Expect.that(
                party == null ? Collections.disjoint(scopes, OF_A_PARTY) : Expect.isPrincipal(party),
                owner + "party",
                Expect.PRINCIPAL + " (needed with the scopes desk, operations and gate)");
        Expect.that(
                roles.size() == 1 && Set.of("registry-reader", "registry-admin").containsAll(roles),
                owner + "roles",
                "registry-reader or registry-admin");
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }
}
