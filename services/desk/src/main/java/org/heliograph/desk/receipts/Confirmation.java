package org.heliograph.desk.receipts;

import java.time.Instant;
import java.util.UUID;

/**
 * What a recipient said itself of an event that it got.
 *
 * @param step what it said, such as ACKNOWLEDGED
 * @param eventId of the event by which it said so
 */
public record Confirmation(String party, String step, Instant at, UUID eventId) {}
