package org.heliograph.exchange.outbox;

import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.tracing.StepSpans;
import org.heliograph.exchange.wire.SchemaLookup;

/**
 * What the relays of an instance share.
 *
 * @param topic the party's outbox
 * @param chunk most rows in one Kafka transaction
 */
record RelayContext(
        BrokerClients clients,
        SchemaLookup schemas,
        OutboxTailReader tails,
        String topic,
        int chunk,
        StepSpans spans) {}
