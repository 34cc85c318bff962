package org.heliograph.exchange.outbox;

import java.util.UUID;

/** An event that this party said, whether or not it left yet. */
public record OwnEvent(UUID eventId, String eventType, String contextId) {}
