package org.heliograph.kit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;

/** Gives the Kafka client a token of scope broker, and another in time before that one ends. */
public final class Login implements AuthenticateCallbackHandler {

    private static final String SCOPE = "broker";
    private static final long LATELY_NANOS = 60_000_000_000L;

    /** When a token was last asked for in vain, for a reason that may pass. */
    private static volatile OptionalLong missedAt = OptionalLong.empty();

    private final Settings settings = Settings.read();
    private final Tokens tokens = new Tokens(settings, SCOPE);

    private record BrokerToken(String value, Set<String> scope, long lifetimeMs, String principalName, Long startTimeMs)
            implements OAuthBearerToken {}

    /** Whether a token was asked for in vain a moment ago. The Kafka client asks again every ten seconds. */
    static boolean isWaiting() {
        OptionalLong missed = missedAt;
        return missed.isPresent() && System.nanoTime() - missed.getAsLong() < LATELY_NANOS;
    }

    @Override
    public void configure(Map<String, ?> config, String mechanism, List<AppConfigurationEntry> jaas) {
        // All there is to know is in kit.json.
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (!(callback instanceof OAuthBearerTokenCallback)) {
                throw new UnsupportedCallbackException(callback);
            }
            ((OAuthBearerTokenCallback) callback).token(token());
        }
    }

    private OAuthBearerToken token() throws IOException {
        try {
            Tokens.Token token = tokens.renewed();
            Check.get().token();
            return new BrokerToken(token.value(), Set.of(SCOPE), token.until(), settings.principal(), token.from());
        } catch (KitException e) {
            if (e.isPassing()) {
                missedAt = OptionalLong.of(System.nanoTime());
            }
            System.err.println(e.getMessage());
            Check.get().error(e.getMessage());
            throw new IOException(e.getMessage());
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
