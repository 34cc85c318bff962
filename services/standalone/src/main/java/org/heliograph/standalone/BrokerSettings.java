package org.heliograph.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The broker's configuration: parties on one listener by token, the broker's own two by a generated password. */
final class BrokerSettings {

    /** The broker's own principal. Nobody gets a token for it: it is no principal of the policy. */
    static final String PRINCIPAL = "broker";

    private static final String AGENCY = "listener.name.agency.";

    private final Site site;
    private final Component broker;

    BrokerSettings(Site site, Component broker) {
        this.site = site;
        this.broker = broker;
    }

    Map<String, String> all(Path data) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(site.brokers().node(broker)));
        settings.put("controller.quorum.voters", site.brokers().voters(site));
        settings.put("log.dirs", data.toString());
        listeners(settings);
        agency(settings);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + PRINCIPAL);
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("message.max.bytes", "1048588");
        internalTopics(settings);
        return settings;
    }

    static String plainLogin(String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(PRINCIPAL, password);
    }

    private void listeners(Map<String, String> settings) {
        String agency = "AGENCY://" + site.address(Port.of(broker));
        String internal = "INTERNAL://" + site.address(Port.internalOf(broker));
        settings.put("listeners", agency + "," + internal + ",CONTROLLER://" + site.address(Port.controllerOf(broker)));
        settings.put("advertised.listeners", agency + "," + internal);
        settings.put(
                "listener.security.protocol.map",
                "AGENCY:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "INTERNAL");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("sasl.mechanism.controller.protocol", "PLAIN");
        String password = site.secrets().broker();
        String both = plainLogin(password).replace(";", " user_%s=\"%s\";".formatted(PRINCIPAL, password));
        for (String listener : new String[] {"internal", "controller"}) {
            settings.put("listener.name." + listener + ".sasl.enabled.mechanisms", "PLAIN");
            settings.put("listener.name." + listener + ".plain.sasl.jaas.config", both);
        }
    }

    private void agency(Map<String, String> settings) {
        String oauth = AGENCY + "oauthbearer.";
        settings.put(AGENCY + "sasl.enabled.mechanisms", "OAUTHBEARER");
        settings.put(
                oauth + "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        settings.put(
                oauth + "sasl.server.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler");
        // A file, since a broker that cannot reach this address at its start stops at once.
        settings.put(
                oauth + "sasl.oauthbearer.jwks.endpoint.url", site.jwksFile().toString());
        settings.put(oauth + "sasl.oauthbearer.expected.issuer", site.issuer().toString());
        settings.put(oauth + "sasl.oauthbearer.expected.audience", "heliograph-broker");
        settings.put(oauth + "sasl.oauthbearer.sub.claim.name", "kafka_principal");
        // Without it an expired token keeps the connection that it opened.
        settings.put(oauth + "connections.max.reauth.ms", "300000");
    }

    /** As safe as the topics of the parties; a few partitions do for a handful of groups. */
    private void internalTopics(Map<String, String> settings) {
        String replicas = Integer.toString(site.brokers().replicas());
        String insync = Integer.toString(site.brokers().minInsyncReplicas());
        settings.put("default.replication.factor", replicas);
        settings.put("min.insync.replicas", insync);
        settings.put("offsets.topic.replication.factor", replicas);
        settings.put("offsets.topic.num.partitions", "6");
        // The gate's whole memory lies in committed offsets: a stack that was down for long must not have lost it.
        settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        settings.put("transaction.state.log.replication.factor", replicas);
        settings.put("transaction.state.log.min.isr", insync);
        settings.put("transaction.state.log.num.partitions", "6");
        // How long a transaction waits if the one before it by the same producer has not ended on all partitions.
        settings.put("add.partitions.to.txn.retry.backoff.ms", "2");
        settings.put("share.coordinator.state.topic.replication.factor", replicas);
        settings.put("share.coordinator.state.topic.min.isr", insync);
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        // Its default is most of the heap that a broker gets here.
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
    }
}
