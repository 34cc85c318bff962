package org.heliograph.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.AudienceScope;
import org.heliograph.identity.accounts.Credentials;
import org.heliograph.identity.accounts.SystemClient;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Systems: operators say which there are, each party gives its own new secrets. */
@RestController
@RequestMapping("/api/clients")
class ClientsController {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final Accounts accounts;
    private final Credentials credentials;
    private final Clock clock;

    ClientsController(Accounts accounts, Credentials credentials, Clock clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** A client without anything that would let somebody in; {@code until} is missing of a secret without an end. */
    record Listed(String id, @Nullable String party, List<String> scopes, List<ListedSecret> secrets) {

        static Listed of(SystemClient client, Instant now) {
            return new Listed(
                    client.id(),
                    client.party(),
                    client.scopes().stream().sorted().map(AudienceScope::value).toList(),
                    client.secretsInForce(now).stream()
                            .map(secret -> new ListedSecret(secret.until()))
                            .toList());
        }
    }

    record ListedSecret(@Nullable Instant until) {}

    record NewClient(
            @Nullable String id,
            @Nullable String party,
            @Nullable Set<String> scopes) {}

    /** Shown once. */
    record NewSecret(String id, String secret) {}

    record Rotation(@Nullable Duration overlap) {}

    /** Shown once. */
    record RotatedSecret(String id, String secret, Instant previousUntil) {}

    @GetMapping
    List<Listed> list() {
        Instant now = clock.instant();
        return accounts.clients().stream().map(client -> Listed.of(client, now)).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewSecret add(@AuthenticationPrincipal Jwt token, @RequestBody NewClient wanted) {
        if (wanted.id() == null || wanted.party() == null || wanted.scopes() == null) {
            throw RefusedException.wrong("id, party, scopes", "all three");
        }
        if (!AudienceScope.words().containsAll(wanted.scopes())) {
            throw RefusedException.wrong("scopes", "some of " + AudienceScope.words());
        }
        Credentials.Made secret = credentials.random();
        SystemClient client =
                SystemClient.made(wanted.id(), wanted.party(), scopes(wanted.scopes()), secret.hash(), clock.instant());
        if (!accounts.add(client)) {
            throw RefusedException.conflict("the name '" + client.id() + "' is taken by a client or an officer");
        }
        Caller.of(token).did("client added", client.id());
        return new NewSecret(client.id(), secret.clear());
    }

    private static Set<AudienceScope> scopes(Set<String> words) {
        return AudienceScope.among(words).stream()
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AudienceScope.class)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Jwt token, @PathVariable String id) {
        requireOfParty(id);
        if (!accounts.removeClient(id)) {
            throw RefusedException.notFound("client", id);
        }
        Caller.of(token).did("client removed", id);
    }

    @PostMapping("/{id}/secret-reset")
    NewSecret reset(@AuthenticationPrincipal Jwt token, @PathVariable String id) {
        requireOfParty(id);
        Credentials.Made secret = credentials.random();
        change(id, client -> client.reset(secret.hash(), clock.instant()));
        Caller.of(token).did("secret reset", id);
        return new NewSecret(id, secret.clear());
    }

    /** With the secret of the gate or of operations, an operator could do alone what takes two. */
    private void requireOfParty(String id) {
        if (accounts.client(id).filter(SystemClient::isOfPlatform).isPresent()) {
            throw RefusedException.conflict(
                    "'" + id + "' is a client of the platform itself, which no operator changes");
        }
    }

    @PostMapping("/{id}/secrets")
    RotatedSecret rotate(@AuthenticationPrincipal Jwt token, @PathVariable String id, @RequestBody Rotation rotation) {
        Duration overlap = rotation.overlap();
        if (overlap == null || overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw RefusedException.wrong("overlap", "a duration from PT0S to P30D, such as PT24H");
        }
        Caller caller = Caller.of(token);
        Credentials.Made secret = credentials.random();
        Instant now = clock.instant();
        change(id, client -> rotated(caller, client, secret.hash(), now, overlap));
        caller.did("secret rotated", id);
        return new RotatedSecret(id, secret.clear(), now.plus(overlap));
    }

    private void change(String id, UnaryOperator<SystemClient> change) {
        if (accounts.changeClient(id, change).isEmpty()) {
            throw RefusedException.notFound("client", id);
        }
    }

    private static SystemClient rotated(
            Caller caller, SystemClient client, String hash, Instant now, Duration overlap) {
        if (!caller.party().equals(Objects.requireNonNullElse(client.party(), "no party"))) {
            throw RefusedException.notFound("client", client.id());
        }
        if (!overlap.isZero() && client.secretsInForce(now).size() >= SystemClient.MOST_SECRETS) {
            throw RefusedException.conflict(
                    "'%s' has %d secrets in force, and no more are kept; wait, or rotate with overlap PT0S"
                            .formatted(client.id(), SystemClient.MOST_SECRETS));
        }
        return client.rotated(hash, now, overlap);
    }
}
