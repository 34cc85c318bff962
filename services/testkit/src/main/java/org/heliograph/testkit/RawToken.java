package org.heliograph.testkit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;
import org.jspecify.annotations.Nullable;

/** Logs a Kafka client in with exactly the token given, good or bad: what an attacker's client would do. */
public final class RawToken implements AuthenticateCallbackHandler {

    private static final String OPTION = "token";

    private String token = "";

    /** Settings of a client that shows this token to the listener at the address. */
    public static Map<String, Object> login(String bootstrapServers, String token) {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
        config.put(SaslConfigs.SASL_MECHANISM, OAuthBearerLoginModule.OAUTHBEARER_MECHANISM);
        config.put(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, RawToken.class.getName());
        config.put(
                SaslConfigs.SASL_JAAS_CONFIG,
                "%s required %s=\"%s\";".formatted(OAuthBearerLoginModule.class.getName(), OPTION, token));
        return config;
    }

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> entries) {
        token = String.valueOf(entries.getFirst().getOptions().get(OPTION));
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerTokenCallback login) {
                login.token(new Bearer(token, System.currentTimeMillis()));
            } else if (!(callback instanceof org.apache.kafka.common.security.auth.SaslExtensionsCallback)) {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    @Override
    public void close() {}

    /** Whatever the token says of itself, the client believes that it is fresh. */
    private record Bearer(String value, long startedAt) implements OAuthBearerToken {

        private static final long LIFETIME_MS = 300_000;

        @Override
        public Set<String> scope() {
            return Set.of();
        }

        @Override
        public long lifetimeMs() {
            return startedAt + LIFETIME_MS;
        }

        @Override
        public String principalName() {
            return "whoever";
        }

        @Override
        public @Nullable Long startTimeMs() {
            return startedAt;
        }

        @Override
        public String toString() {
            return "Bearer[***]";
        }
    }
}
