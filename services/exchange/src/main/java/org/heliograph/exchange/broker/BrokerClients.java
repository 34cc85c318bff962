package org.heliograph.exchange.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;

/**
 * Settings of every Kafka client of one principal: OAUTHBEARER login with a client-credentials token of scope
 * {@code broker}, renewed by Kafka's own login thread. The maps are new and changeable; (de)serializers are the
 * caller's. Any thread.
 */
public final class BrokerClients {

    private static final String SCOPE = "broker";

    private final BrokerProperties broker;
    private final OAuthProperties oauth;

    /**
     * Also makes Kafka's list of allowed token URLs hold this token endpoint.
     *
     * @throws IllegalStateException if the operator gave such a list and it lacks the endpoint
     */
    public BrokerClients(BrokerProperties broker, OAuthProperties oauth) {
        this.broker = broker;
        this.oauth = oauth;
        AllowedTokenUrls.allow(oauth.tokenUri());
    }

    /** The principal that the broker sees. */
    public String principal() {
        return oauth.clientId();
    }

    /**
     * {@code <principal>.<name>}: the only shape of group and transactional id that the broker lets this principal use.
     */
    public String prefixed(String name) {
        return principal() + "." + name;
    }

    /** Address and login alone; for clients with settings of their own. */
    public Map<String, Object> login() {
        Map<String, Object> config = new HashMap<>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", broker.bootstrapServers()));
        config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, broker.securityProtocol());
        config.put(SaslConfigs.SASL_MECHANISM, OAuthBearerLoginModule.OAUTHBEARER_MECHANISM);
        // The secret stays out of the JAAS line, which would need quoting.
        config.put(SaslConfigs.SASL_JAAS_CONFIG, OAuthBearerLoginModule.class.getName() + " required;");
        config.put(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, OwnClockLogin.class.getName());
        config.put(
                SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL,
                oauth.tokenUri().toString());
        config.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID, oauth.clientId());
        config.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET, oauth.clientSecret());
        config.put(SaslConfigs.SASL_OAUTHBEARER_SCOPE, SCOPE);
        // Tokens live five minutes; Kafka's own buffer alone would be as long.
        config.put(SaslConfigs.SASL_LOGIN_REFRESH_BUFFER_SECONDS, (short) 60);
        config.put(SaslConfigs.SASL_LOGIN_REFRESH_MIN_PERIOD_SECONDS, (short) 30);
        config.put(SaslConfigs.SASL_LOGIN_CONNECT_TIMEOUT_MS, 5_000);
        config.put(SaslConfigs.SASL_LOGIN_READ_TIMEOUT_MS, 5_000);
        return config;
    }

    /** An admin client that gives up after 10 seconds. */
    public Map<String, Object> admin() {
        Map<String, Object> config = login();
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, prefixed("admin"));
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    /** An idempotent, transactional producer with transactional id {@code <principal>.<name>}. */
    public Map<String, Object> transactionalProducer(String name) {
        Map<String, Object> config = producer(name);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, prefixed(name));
        // A transaction is turned away until the broker has ended the one before, which takes it some milliseconds.
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
        return config;
    }

    /** An idempotent producer that waits for all in-sync replicas. */
    public Map<String, Object> producer(String name) {
        Map<String, Object> config = login();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, prefixed(name));
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        return config;
    }

    /**
     * A consumer in group {@code <principal>.<name>} that starts at the beginning and commits only what it is told to.
     * If its process dies, another has its partitions after 10 seconds.
     */
    public Map<String, Object> consumer(String name) {
        Map<String, Object> config = reader(name);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, prefixed(name));
        // Kafka's own 45 seconds are too long for an urgent alert to wait behind a crash.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    /** A consumer without a group, which assigns partitions to itself. */
    public Map<String, Object> reader(String name) {
        Map<String, Object> config = login();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, prefixed(name));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        // A parked fetch may still deliver what was written after an ACL went, so it is kept short.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        // Topics are created by the control plane, perhaps after us.
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        return config;
    }
}
