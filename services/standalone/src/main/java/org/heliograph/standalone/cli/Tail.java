package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.wire.GenericEventDeserializer;
import org.heliograph.exchange.wire.WireException;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;

/** Reads as a principal does: with its token, its group prefix and its rights. */
record Tail(PrintWriter out, Stack stack, String principal, List<String> topics) {

    int run() {
        if (!stack.secrets().hasClient(principal)) {
            throw new StackException("'" + principal + "' has no secret in the state folder");
        }
        BrokerClients clients = stack.brokerClients(principal);
        GenericEventDeserializer events = new GenericEventDeserializer(stack.schemas(principal));
        Map<String, Object> settings = clients.consumer("tail");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(topics.isEmpty() ? readable(clients) : topics);
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    out.println(line(record, events));
                }
            }
            return 0;
        } catch (AuthorizationException e) {
            throw new StackException("the broker refuses: " + e.getMessage(), e);
        }
    }

    /** The broker lists only what a principal may describe. */
    private Collection<String> readable(BrokerClients clients) {
        try (Admin admin = Admin.create(clients.admin())) {
            SortedSet<String> readable =
                    new TreeSet<>(admin.listTopics().names().get());
            readable.removeIf(topic -> !topic.startsWith("inbox.") && !topic.startsWith(Topics.PUBLIC));
            if (readable.isEmpty()) {
                throw new StackException("the broker shows no inbox and no public topic to " + principal);
            }
            return readable;
        } catch (ExecutionException e) {
            throw new StackException("the broker refuses: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while asking for topics", e);
        }
    }

    private static String line(ConsumerRecord<String, byte[]> record, GenericEventDeserializer events) {
        return "{\"topic\": \"%s\", \"partition\": %d, \"offset\": %d, \"key\": \"%s\", \"value\": %s}"
                .formatted(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.key(),
                        json(record.topic(), record.value(), events));
    }

    private static String json(String topic, byte @Nullable [] value, GenericEventDeserializer events) {
        if (value == null) {
            return "null";
        }
        try {
            return events.read(topic, value).toString();
        } catch (WireException e) {
            return "\"not decoded: " + e.getClass().getSimpleName() + "\"";
        }
    }
}
