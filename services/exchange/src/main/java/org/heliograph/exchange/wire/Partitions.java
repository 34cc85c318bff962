package org.heliograph.exchange.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a case has, in every topic: a case keeps its order (the order of a dispatch is the order of its
 * copies).
 */
public final class Partitions {

    private Partitions() {}

    /**
     * The partition of a case: murmur2 of the id's UTF-8 bytes, made positive, modulo the number of partitions; what
     * Java's default partitioner does with a string key.
     *
     * @param partitions the same for all topics and for ever, at least 1
     */
    public static int of(String contextId, int partitions) {
        return Utils.toPositive(Utils.murmur2(contextId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
