package org.heliograph.exchange.tracing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A step on the way of a message, as far as it is told: where, and how it ended. Used by one thread. */
public final class Step {

    static final String SEND = "send";
    private static final String PROCESS = "process";

    private final String operation;
    private final Map<SpanAttribute, String> texts = new EnumMap<>(SpanAttribute.class);
    private final Map<SpanAttribute, Long> numbers = new EnumMap<>(SpanAttribute.class);

    private Step(String operation) {
        this.operation = operation;
        texts.put(SpanAttribute.SYSTEM, "kafka");
        texts.put(SpanAttribute.OPERATION, operation);
        texts.put(SpanAttribute.OPERATION_TYPE, operation);
    }

    /** A record was written. */
    public static Step send(String topic, int partition, long offset) {
        return new Step(SEND).at(topic, partition).with(SpanAttribute.OFFSET, offset);
    }

    /** A record that was read is worked on. */
    public static Step process(String topic, int partition, long offset) {
        return new Step(PROCESS).at(topic, partition).with(SpanAttribute.OFFSET, offset);
    }

    /** So many records were worked on together; the topic is told where it is the same for all. */
    public static Step processTogether(Collection<String> topics, long messages) {
        Step step = new Step(PROCESS).with(SpanAttribute.MESSAGES, messages);
        Set<String> different = new TreeSet<>(topics);
        return different.size() == 1
                ? step.with(SpanAttribute.TOPIC, different.iterator().next())
                : step;
    }

    private Step at(String topic, int partition) {
        return with(SpanAttribute.TOPIC, topic).with(SpanAttribute.PARTITION, Integer.toString(partition));
    }

    /** Adds a word of our own, never a text that somebody wrote. */
    public Step with(SpanAttribute attribute, String value) {
        texts.put(attribute, value);
        return this;
    }

    public Step with(SpanAttribute attribute, long value) {
        numbers.put(attribute, value);
        return this;
    }

    boolean sends() {
        return operation.equals(SEND);
    }

    String name() {
        String topic = texts.get(SpanAttribute.TOPIC);
        return topic == null ? operation : operation + " " + topic;
    }

    Map<SpanAttribute, String> texts() {
        return texts;
    }

    Map<SpanAttribute, Long> numbers() {
        return numbers;
    }
}
