package org.heliograph.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.ClientSecret;
import org.heliograph.identity.accounts.SystemClient;
import org.heliograph.identity.accounts.TokenRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Lets a system in with any of its secrets that is in force; Spring's own knows one secret for each client. */
final class ClientLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final RegisteredClientRepository registered;
    private final PasswordEncoder encoder;
    private final TokenRequests requests;
    private final Clock clock;

    /** What each client logged in with last: services ask often, and a slow hash is for those who guess. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String hash, String digest) {}

    ClientLogin(
            Accounts accounts,
            RegisteredClientRepository registered,
            PasswordEncoder encoder,
            TokenRequests requests,
            Clock clock) {
        this.accounts = accounts;
        this.registered = registered;
        this.encoder = encoder;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken login = (OAuth2ClientAuthenticationToken) authentication;
        if (!ClientAuthenticationMethod.CLIENT_SECRET_BASIC.equals(login.getClientAuthenticationMethod())) {
            return null;
        }
        String secret = Objects.toString(login.getCredentials(), "");
        SystemClient client = accounts.client(login.getName()).orElseThrow(ClientLogin::refused);
        if (!matches(client, secret)) {
            requests.refused(client.id(), clock.instant(), TokenRequests.Refusal.SECRET);
            throw refused();
        }
        return new OAuth2ClientAuthenticationToken(
                Objects.requireNonNull(registered.findByClientId(client.id())),
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                secret);
    }

    private static OAuth2AuthenticationException refused() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private boolean matches(SystemClient client, String secret) {
        List<ClientSecret> inForce = client.secretsInForce(clock.instant());
        String digest = digest(secret);
        Known last = known.get(client.id());
        if (last != null
                && last.digest().equals(digest)
                && inForce.stream().anyMatch(candidate -> candidate.hash().equals(last.hash()))) {
            return true;
        }
        for (ClientSecret candidate : inForce) {
            if (encoder.matches(secret, candidate.hash())) {
                known.put(client.id(), new Known(candidate.hash(), digest));
                return true;
            }
        }
        return false;
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
