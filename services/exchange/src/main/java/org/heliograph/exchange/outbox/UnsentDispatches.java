package org.heliograph.exchange.outbox;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.wire.EventSerializer;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.UnknownSchemaException;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Topics;

/**
 * Makes the dispatch to which {@link Outbox#add} would lead, for showing it to the gate: the same bytes, but with the
 * number 1 and without a signature, so that nobody can offer it for this party. Stores nothing. Any thread.
 */
public final class UnsentDispatches {

    private static final String UNSIGNED = "";

    private final EventForm form;
    private final SchemaLookup schemas;
    private final EventSerializer<Dispatch> dispatches;
    private final String topic;

    public UnsentDispatches(String party, SchemaLookup schemas) {
        this.form = new EventForm(party);
        this.schemas = schemas;
        this.dispatches = new EventSerializer<>(schemas);
        this.topic = Topics.outbox(party);
    }

    /**
     * The value as it would lie in the outbox topic.
     *
     * @throws IllegalArgumentException as {@link Outbox#add} does
     * @throws org.heliograph.exchange.wire.WireException if the registry does not know the schema, or cannot be asked
     */
    public byte[] of(SpecificRecord event, Distribution distribution) {
        EncodedEvent encoded = form.encode(event, distribution);
        Dispatch dispatch = Dispatch.newBuilder()
                .setSeq(1)
                .setDistribution(distribution)
                .setEvent(ByteBuffer.wrap(WireValue.join(id(encoded.schema()), encoded.binary())))
                .setSignature(UNSIGNED)
                .build();
        return dispatches.write(topic, dispatch);
    }

    private int id(Schema schema) {
        return schemas.idOf(schema).orElseThrow(() -> new UnknownSchemaException(topic, schema.getFullName(), null));
    }
}
