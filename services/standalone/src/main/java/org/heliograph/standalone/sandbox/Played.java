package org.heliograph.standalone.sandbox;

import org.apache.kafka.common.TopicPartition;

/**
 * A record that was played at the client, where it lies.
 *
 * @param name of an event, originator and event id with a slash between; of a recall, its key
 * @param contextId the case, within which order counts
 */
record Played(Kind kind, String name, String contextId, TopicPartition partition, long offset) {

    /** What a careful client makes of the record. */
    enum Kind {
        /** It is handled, once, however often it comes. */
        EVENT,
        /** It is taken as a recall, once. */
        RECALL,
        /** It is not handled. */
        FORGED
    }

    String place() {
        return partition + "@" + offset;
    }
}
