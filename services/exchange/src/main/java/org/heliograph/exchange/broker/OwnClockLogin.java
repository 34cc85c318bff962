package org.heliograph.exchange.broker;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;

/**
 * Kafka's own login, with the life of each token counted from when it came. Kafka would compare the token's end with
 * the clock of this machine: where that is hours slow, it would ask for the next token hours after the broker has
 * closed the connection. Made by Kafka's clients, by its name; each of them calls it on its own threads.
 */
public final class OwnClockLogin implements AuthenticateCallbackHandler {

    private final OAuthBearerLoginCallbackHandler login = new OAuthBearerLoginCallbackHandler();
    private final InstantSource clock = InstantSource.system();

    @Override
    public void configure(Map<String, ?> config, String mechanism, List<AppConfigurationEntry> jaas) {
        login.configure(config, mechanism, jaas);
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        login.handle(callbacks);
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerTokenCallback tokens && tokens.token() != null) {
                tokens.token(Counted.from(clock.millis(), tokens.token()));
            }
        }
    }

    @Override
    public void close() {
        login.close();
    }

    /** A token as it is, but for its times. */
    record Counted(String value, Set<String> scope, String principalName, Long startTimeMs, long lifetimeMs)
            implements OAuthBearerToken {

        static OAuthBearerToken from(long now, OAuthBearerToken token) {
            Long issued = token.startTimeMs();
            return issued == null
                    ? token
                    : new Counted(
                            token.value(),
                            token.scope(),
                            token.principalName(),
                            now,
                            now + token.lifetimeMs() - issued);
        }

        @Override
        public String toString() {
            return "Token[principalName=" + principalName + ", lifetimeMs=" + lifetimeMs + "]";
        }
    }
}
