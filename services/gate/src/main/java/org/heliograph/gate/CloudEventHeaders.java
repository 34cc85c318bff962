package org.heliograph.gate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.heliograph.events.Envelope;

/**
 * The headers of a copy: CloudEvents 1.0, Kafka binding, binary mode, and the originator's signature. All of them are
 * taken from what the gate read and checked itself; nothing of the incoming headers goes on.
 */
final class CloudEventHeaders {

    private static final String SIGNATURE = "heliograph-signature";

    private CloudEventHeaders() {}

    static List<Header> of(Envelope envelope, WriterSchema schema, String signature) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", envelope.getEventId().toString()),
                header("ce_source", "/heliograph/" + envelope.getOriginatorParty()),
                header("ce_type", envelope.getEventType()),
                header("ce_time", envelope.getOccurredAt().toString()),
                header("ce_subject", envelope.getContextId()),
                header("ce_dataschema", schema.urn()),
                header("content-type", "application/avro"),
                header(SIGNATURE, signature));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
