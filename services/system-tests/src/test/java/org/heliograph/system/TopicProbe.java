package org.heliograph.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.heliograph.testkit.PartySystem;
import org.jspecify.annotations.Nullable;

/** What a client may ask a broker about a topic. */
enum TopicProbe {
    DESCRIBE {
        @Override
        void ask(PartySystem party, Admin admin, String topic) throws ExecutionException, InterruptedException {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
        }
    },
    ENDS {
        @Override
        void ask(PartySystem party, Admin admin, String topic) throws ExecutionException, InterruptedException {
            admin.listOffsets(Map.of(new TopicPartition(topic, 0), OffsetSpec.latest()))
                    .all()
                    .get();
        }
    },
    SETTINGS {
        @Override
        void ask(PartySystem party, Admin admin, String topic) throws ExecutionException, InterruptedException {
            admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.TOPIC, topic)))
                    .all()
                    .get();
        }
    },
    WRITERS {
        @Override
        void ask(PartySystem party, Admin admin, String topic) throws ExecutionException, InterruptedException {
            admin.describeProducers(List.of(new TopicPartition(topic, 0))).all().get();
        }
    },
    DELETE_RECORDS {
        @Override
        void ask(PartySystem party, Admin admin, String topic) throws ExecutionException, InterruptedException {
            admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(0)))
                    .all()
                    .get();
        }
    },
    DELETE {
        @Override
        void ask(PartySystem party, Admin admin, String topic) throws ExecutionException, InterruptedException {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    },
    READ {
        @Override
        void ask(PartySystem party, Admin admin, String topic) {
            try (KafkaConsumer<String, byte[]> consumer = party.consumer(Map.of())) {
                consumer.assign(List.of(new TopicPartition(topic, 0)));
                consumer.seek(new TopicPartition(topic, 0), 0);
                consumer.poll(Duration.ofMinutes(1));
            }
        }
    },
    SUBSCRIBE {
        @Override
        void ask(PartySystem party, Admin admin, String topic) {
            try (KafkaConsumer<String, byte[]> consumer =
                    party.consumer(Map.of("group.id", party.principal() + ".probe"))) {
                consumer.subscribe(List.of(topic));
                consumer.poll(Duration.ofMinutes(1));
            }
        }
    },
    WRITE {
        @Override
        void ask(PartySystem party, Admin admin, String topic) {
            party.send(topic, 0, new byte[] {1});
        }
    };

    abstract void ask(PartySystem party, Admin admin, String topic) throws ExecutionException, InterruptedException;

    /** Which error it was and what it says, without the name that was asked for. */
    String answer(PartySystem party, String topic) {
        try (Admin admin = party.admin()) {
            ask(party, admin, topic);
            return "no error";
        } catch (ExecutionException e) {
            return told(e.getCause(), topic);
        } catch (KafkaException e) {
            return told(e, topic);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String told(@Nullable Throwable error, String topic) {
        return String.valueOf(error).replace(topic, "<topic>");
    }
}
