package org.heliograph.exchange.inbox;

import java.time.Instant;

/**
 * Where and when a copy arrived.
 *
 * @param topic one of the party's inbox topics, or a public one
 * @param partition from 0; the partition of the case
 * @param offset of the copy
 * @param receivedAt when this service took it, by its own clock
 */
public record Delivery(String topic, int partition, long offset, Instant receivedAt) {}
