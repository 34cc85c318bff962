package org.heliograph.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that authenticates with a secret (client credentials).
 *
 * @param id the principal: client id, subject of its tokens and, with scope {@code broker}, its Kafka principal
 * @param party whom it works for; the platform's own clients belong to none
 * @param scopes what it may ask for, one in each request; what opens a desk or speaks for the party at operations or
 *     identity belongs to the party's own principal, whose id is the party's
 * @param roles what it may do at the registry
 * @param secrets with any of them that is in force it may log in
 * @param tokensFrom tokens that were issued before are no longer good; a whole second, as times in tokens are
 */
public record SystemClient(
        String id,
        @Nullable String party,
        Set<AudienceScope> scopes,
        Set<String> roles,
        List<ClientSecret> secrets,
        Instant tokensFrom) {

    /** The client of operations itself. */
    public static final String OPERATIONS = "operations";

    /** The client that collects the figures of all processes. */
    public static final String METRICS = "metrics";

    /** A login may have to try them all. */
    public static final int MOST_SECRETS = 5;

    public SystemClient {
        Expect.name("id", id);
        // The broker's own name is its superuser, which no token may ever speak for.
        Expect.that(!Accounts.RESERVED.contains(id), "id", "a name that is not " + Accounts.RESERVED, id);
        if (party != null) {
            Expect.name("party", party);
        }
        Expect.that(
                !scopes.isEmpty() && mayHave(id, party).containsAll(scopes),
                "scopes",
                "one or more of " + words(mayHave(id, party)) + " for this client",
                words(scopes));
        Expect.that(
                roles.size() == 1 && Set.of("registry-reader", "registry-admin").containsAll(roles),
                "roles",
                "registry-reader or registry-admin",
                roles);
        Expect.that(
                !secrets.isEmpty() && secrets.size() <= MOST_SECRETS,
                "secrets",
                "one to " + MOST_SECRETS,
                secrets.size());
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
        secrets = List.copyOf(secrets);
    }

    /** A new client of a party, which may read the registry. */
    public static SystemClient made(String id, String party, Set<AudienceScope> scopes, String hash, Instant now) {
        return new SystemClient(
                id,
                party,
                scopes,
                Set.of("registry-reader"),
                List.of(new ClientSecret(hash, null)),
                Accounts.wholeSecondAfter(now));
    }

    private static Set<AudienceScope> mayHave(String id, @Nullable String party) {
        if (id.equals(party)) {
            return Set.of(AudienceScope.values());
        }
        if (party == null && OPERATIONS.equals(id)) {
            return Set.of(AudienceScope.BROKER, AudienceScope.REGISTRY, AudienceScope.GATE, AudienceScope.IDENTITY);
        }
        return party == null && METRICS.equals(id)
                ? Set.of(AudienceScope.OPERATIONS, AudienceScope.GATE, AudienceScope.IDENTITY)
                : Set.of(AudienceScope.BROKER, AudienceScope.REGISTRY);
    }

    private static List<String> words(Set<AudienceScope> scopes) {
        return scopes.stream().sorted().map(AudienceScope::value).toList();
    }

    public boolean isOfPlatform() {
        return party == null;
    }

    public List<ClientSecret> secretsInForce(Instant now) {
        return secrets.stream().filter(secret -> secret.isInForce(now)).toList();
    }

    /** The new secret beside the earlier ones, which end after the overlap. */
    public SystemClient rotated(String hash, Instant now, Duration overlap) {
        List<ClientSecret> next = new ArrayList<>();
        if (!overlap.isZero()) {
            secretsInForce(now).forEach(secret -> next.add(secret.endingBy(now.plus(overlap))));
        }
        next.add(new ClientSecret(hash, null));
        return new SystemClient(id, party, scopes, roles, next, tokensFrom);
    }

    /** The new secret alone; what was got with the earlier ones ends too. */
    public SystemClient reset(String hash, Instant now) {
        return new SystemClient(
                id, party, scopes, roles, List.of(new ClientSecret(hash, null)), Accounts.tokensFrom(now, tokensFrom));
    }
}
