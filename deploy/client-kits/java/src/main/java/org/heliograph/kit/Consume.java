package org.heliograph.kit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the principal may read, until it is told to stop. Offsets are committed after the records were handled. */
final class Consume {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Settings settings;
    private final String group;
    private final List<String> topics;

    /** @param topics unless there are any, all that the principal may read */
    Consume(Settings settings, String group, List<String> topics) {
        this.settings = settings;
        this.group = settings.principal() + "." + group;
        this.topics = topics.isEmpty() ? settings.topics() : topics;
    }

    void run() throws IOException {
        new Tokens(settings, "broker").current();
        Schemas schemas = new Schemas(settings, new Tokens(settings, "registry"));
        Signatures signatures = new Signatures(new Keys(settings, new Tokens(settings, "operations")));
        try (Check check = Check.get().open(settings, group);
                Seen seen = new Seen(settings.state());
                var consumer = new KafkaConsumer<>(config(), new StringDeserializer(), new ByteArrayDeserializer())) {
            endOnSignal(consumer);
            read(consumer, new Intake(schemas, signatures, seen), seen);
        } catch (WakeupException e) {
            // Somebody asked for the end.
        } catch (TopicAuthorizationException e) {
            throw settings.denied(String.join(", ", e.unauthorizedTopics()));
        } catch (GroupAuthorizationException e) {
            throw settings.denied("with the group " + e.groupId());
        } catch (AuthenticationException e) {
            throw new KitException("the broker refuses the token: " + e.getMessage());
        } catch (KafkaException e) {
            throw new KitException("broker: " + e + (e.getCause() == null ? "" : ", " + e.getCause()));
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer, Intake intake, Seen seen) throws IOException {
        consumer.subscribe(topics);
        while (true) {
            ConsumerRecords<String, byte[]> records = poll(consumer);
            for (ConsumerRecord<String, byte[]> record : records) {
                intake.take(record);
            }
            if (!records.isEmpty()) {
                seen.keep();
                commit(consumer);
            }
        }
    }

    /** Without a token the broker turns the client away, and there is nothing to do but wait for one. */
    private static ConsumerRecords<String, byte[]> poll(KafkaConsumer<String, byte[]> consumer) {
        try {
            return consumer.poll(POLL);
        } catch (AuthenticationException e) {
            if (!Login.isWaiting()) {
                throw e;
            }
            LockSupport.parkNanos(POLL.toNanos());
            return ConsumerRecords.empty();
        }
    }

    private static void commit(KafkaConsumer<String, byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (CommitFailedException
                | RebalanceInProgressException
                | RetriableException
                | AuthenticationException e) {
            // What is not committed comes again, and is known then.
            System.err.println("not committed: " + e.getMessage());
            Check.get().error("not committed: " + e.getMessage());
        }
    }

    /** Ctrl-C and SIGTERM; the JVM waits until the last records are committed. */
    private static void endOnSignal(KafkaConsumer<String, byte[]> consumer) {
        Thread reading = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            consumer.wakeup();
            try {
                reading.join(Duration.ofSeconds(30).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", new ArrayList<>(List.of(settings.text("brokers").split(","))));
        config.put("client.id", settings.principal() + ".kit-java");
        config.put("security.protocol", "SASL_PLAINTEXT");
        config.put("sasl.mechanism", "OAUTHBEARER");
        config.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        config.put("sasl.login.callback.handler.class", Login.class.getName());
        // Tokens live five minutes; the client's own buffer alone would be as long.
        config.put("sasl.login.refresh.buffer.seconds", (short) 60);
        config.put("sasl.login.refresh.min.period.seconds", (short) 30);
        config.put("group.id", group);
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", false);
        config.put("fetch.max.wait.ms", 500);
        config.put("metadata.max.age.ms", 30_000);
        return config;
    }
}
