package org.heliograph.standalone.cli;

import java.util.Locale;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.heliograph.standalone.Stack;

/** Client libraries that a party may bring. */
enum ClientKind {
    JAVA {
        @Override
        String template() {
            return """
                    # Start the JVM with -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=%3$s
                    bootstrap.servers=%1$s
                    security.protocol=SASL_PLAINTEXT
                    sasl.mechanism=OAUTHBEARER
                    sasl.login.callback.handler.class=%5$s.OAuthBearerLoginCallbackHandler
                    sasl.oauthbearer.token.endpoint.url=%3$s
                    sasl.oauthbearer.client.credentials.client.id=%2$s
                    sasl.oauthbearer.client.credentials.client.secret=%4$s
                    sasl.oauthbearer.scope=broker
                    sasl.jaas.config=%5$s.OAuthBearerLoginModule required;
                    group.id=%2$s.example
                    isolation.level=read_committed
                    fetch.max.wait.ms=500
                    """;
        }
    },
    LIBRDKAFKA {
        @Override
        String template() {
            return """
                    bootstrap.servers=%1$s
                    security.protocol=SASL_PLAINTEXT
                    sasl.mechanism=OAUTHBEARER
                    sasl.oauthbearer.method=oidc
                    sasl.oauthbearer.token.endpoint.url=%3$s
                    sasl.oauthbearer.client.id=%2$s
                    sasl.oauthbearer.client.secret=%4$s
                    sasl.oauthbearer.scope=broker
                    group.id=%2$s.example
                    isolation.level=read_committed
                    fetch.wait.max.ms=500
                    """;
        }
    },
    /** For librdkafka without OpenID Connect, as Debian 12 has it: a plugin runs a command that gets the token. */
    KCAT {
        @Override
        String template() {
            return """
                    # First: cc -shared -fPIC -o heliograph_login.so deploy/client-kits/librdkafka/heliograph_login.c
                    bootstrap.servers=%1$s
                    security.protocol=SASL_PLAINTEXT
                    sasl.mechanism=OAUTHBEARER
                    plugin.library.paths=./heliograph_login.so
                    sasl.oauthbearer.config=printf 'user = "%2$s:%%s"' "$(cat %7$s)" | curl --silent --show-error \
                    --fail --config - --data 'grant_type=client_credentials&scope=broker' %3$s
                    isolation.level=read_committed
                    fetch.wait.max.ms=500
                    """;
        }
    },
    NODE {
        @Override
        String template() {
            return """
                    // kafkajs: new Kafka(require('./this-file')).consumer({ groupId: '%2$s.example' })
                    module.exports = {
                      clientId: '%2$s',
                      brokers: ['%6$s'],
                      sasl: {
                        mechanism: 'oauthbearer',
                        oauthBearerProvider: async () => {
                          const answer = await fetch('%3$s', {
                            method: 'POST',
                            headers: { Authorization: 'Basic ' + Buffer.from('%2$s:%4$s').toString('base64') },
                            body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'broker' }),
                          });
                          return { value: (await answer.json()).access_token };
                        },
                      },
                    };
                    """;
        }
    };

    abstract String template();

    String config(Stack stack, String principal) {
        return template()
                .formatted(
                        stack.bootstrapServers(),
                        principal,
                        stack.tokenUri(),
                        stack.secrets().client(principal),
                        OAuthBearerLoginModule.class.getPackageName(),
                        stack.bootstrapServers().replace(",", "', '"),
                        stack.secrets().clientFile(principal).toAbsolutePath());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
