package org.heliograph.operations.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of the policy, and all that operations remembers at all: every version, the one in force, and who
 * changed it. Each topic has one partition.
 */
@Component
final class PolicyTopics {

    static final String HEAD = "head";

    private static final JsonMapper JSON = new JsonMapper();

    /** Before compression, which makes a fiftieth of it. */
    private static final int LARGEST_POLICY = 32 * 1024 * 1024;

    private final BrokerClients clients;

    PolicyTopics(BrokerClients clients) {
        this.clients = clients;
    }

    /**
     * The policy in force; empty before the first application.
     *
     * @throws CannotApplyException if the head names a version that is not kept: nobody may guess what was in force
     */
    Optional<InForce> current() {
        try (var consumer = consumer()) {
            Map<String, String> heads = new HashMap<>();
            Map<String, Instant> times = new HashMap<>();
            TopicReader.read(consumer, Topics.POLICY_HEAD, (head, at) -> {
                keep(heads, head.key(), head.value());
                times.put(String.valueOf(head.key()), at);
            });
            String version = heads.get(HEAD);
            Instant since = times.get(HEAD);
            if (version == null || since == null) {
                return Optional.empty();
            }
            String json = versions(consumer).get(version);
            if (json == null) {
                throw new CannotApplyException(
                        "policy.head names %s, which policy.versions does not hold".formatted(version));
            }
            return Optional.of(new InForce(PolicyJson.read(json), since));
        }
    }

    /** Every version that was ever in force or proposed, as text, by its hash. */
    SortedMap<String, String> versions() {
        try (var consumer = consumer()) {
            return versions(consumer);
        }
    }

    private static SortedMap<String, String> versions(KafkaConsumer<String, String> consumer) {
        SortedMap<String, String> versions = new TreeMap<>();
        TopicReader.read(
                consumer, Topics.POLICY_VERSIONS, (version, at) -> keep(versions, version.key(), version.value()));
        return versions;
    }

    private static void keep(Map<String, String> all, @Nullable String key, @Nullable String value) {
        if (key != null && value == null) {
            all.remove(key);
        } else if (key != null) {
            all.put(key, value);
        }
    }

    /** The history, oldest first. */
    List<PolicyChange> changes() {
        List<PolicyChange> changes = new ArrayList<>();
        try (var consumer = consumer()) {
            TopicReader.read(
                    consumer,
                    Topics.POLICY_CHANGES,
                    (change, at) -> changes.add(JSON.readValue(change.value(), PolicyChange.class)));
        }
        return changes;
    }

    /** By which version each instance of the gate judges, and when it last said so by the broker's clock. */
    Map<String, Adoption> adoptions() {
        Map<String, Adoption> adoptions = new HashMap<>();
        try (var consumer = consumer()) {
            TopicReader.read(consumer, Topics.POLICY_ADOPTED, (adoption, at) -> {
                if (adoption.value() == null) {
                    adoptions.remove(adoption.key());
                } else {
                    adoptions.put(adoption.key(), new Adoption(adoption.value(), at));
                }
            });
        }
        return adoptions;
    }

    record Adoption(String version, Instant at) {}

    /** Keeps a version that is not in force, and the proposal of it: both or neither. */
    void propose(Policy policy, PolicyChange proposal) {
        write(List.of(version(policy), change(proposal)));
    }

    /**
     * Brings a version into force, and says who did it: all of it or nothing, so that what is in force always has its
     * entry in the history.
     */
    InForce publish(Policy policy, PolicyChange application) {
        RecordMetadata head = write(List.of(
                version(policy),
                change(application),
                new ProducerRecord<>(Topics.POLICY_HEAD, HEAD, policy.version())));
        return new InForce(policy, Instant.ofEpochMilli(head.timestamp()));
    }

    private static ProducerRecord<String, String> version(Policy policy) {
        return new ProducerRecord<>(Topics.POLICY_VERSIONS, policy.version(), PolicyJson.write(policy));
    }

    private static ProducerRecord<String, String> change(PolicyChange change) {
        return new ProducerRecord<>(Topics.POLICY_CHANGES, change.plan(), JSON.writeValueAsString(change));
    }

    /** The place of the last record. */
    private RecordMetadata write(List<ProducerRecord<String, String>> records) {
        Map<String, Object> config = clients.transactionalProducer("policy");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_POLICY);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            RecordMetadata last = null;
            for (ProducerRecord<String, String> each : records) {
                last = producer.send(each).get();
            }
            producer.commitTransaction();
            return Objects.requireNonNull(last);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(clients.reader("policy"), new StringDeserializer(), new StringDeserializer());
    }
}
