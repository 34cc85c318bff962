package org.heliograph.gate;

import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.MalformedValueException;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.SharingDecision.Refused;
import org.jspecify.annotations.Nullable;

/** Reads outbox records. Whatever the bytes are, it ends with a {@link Reading}; no reason repeats any of them. */
final class DispatchReader {

    private final int largestEvent;

    /**
     * @param largestEvent in bytes; what is larger is refused, so that each copy with its headers fits into a Kafka
     *     record
     */
    DispatchReader(int largestEvent) {
        this.largestEvent = largestEvent;
    }

    Reading read(GatePolicy policy, byte @Nullable [] value) {
        if (value == null) {
            return new Reading.Nothing(format("the record has no value"));
        }
        Dispatch dispatch;
        try {
            WireValue wire = WireValue.split(value);
            Optional<WriterSchema> schema = policy.dispatchSchema(wire.schemaId());
            if (schema.isEmpty()) {
                return new Reading.Nothing(format("the value is not written with a schema of Dispatch"));
            }
            dispatch = AvroBinary.decode(Dispatch.class, schema.get().schema(), wire.binary());
        } catch (MalformedValueException e) {
            return new Reading.Nothing(format("unreadable dispatch: " + e.getMessage()));
        }
        if (dispatch.getSeq() < 1) {
            return new Reading.Nothing(format("sequence numbers start at 1"));
        }
        return event(policy, dispatch);
    }

    private Reading event(GatePolicy policy, Dispatch dispatch) {
        if (dispatch.getEvent().remaining() > largestEvent) {
            return new Reading.Broken(
                    dispatch, null, format("the event has more than %d bytes".formatted(largestEvent)));
        }
        Envelope envelope = null;
        try {
            WireValue wire = WireValue.split(dispatch.getEvent());
            Optional<WriterSchema> schema = policy.eventSchema(wire.schemaId());
            if (schema.isEmpty()) {
                return new Reading.Broken(dispatch, null, unknown(wire.schemaId()));
            }
            byte[] binary = wire.binary();
            envelope = AvroBinary.envelope(schema.get().schema(), binary);
            GenericRecord body = AvroBinary.decode(schema.get().schema(), binary);
            return new Reading.Whole(
                    dispatch,
                    envelope,
                    schema.get(),
                    dispatch.getEvent().asReadOnlyBuffer(),
                    content(envelope, schema.get(), binary),
                    Contents.of(schema.get().schema(), body));
        } catch (MalformedValueException e) {
            return new Reading.Broken(dispatch, envelope, format("unreadable event: " + e.getMessage()));
        }
    }

    private static @Nullable SignedContent content(Envelope envelope, WriterSchema schema, byte[] binary) {
        try {
            return SignedContent.of(envelope, schema.fingerprint(), binary);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Refused unknown(int schemaId) {
        return new Refused(Rule.SCHEMA, "schema id %d is not the registered schema of an event".formatted(schemaId));
    }

    private static Refused format(String reason) {
        return new Refused(Rule.FORMAT, reason);
    }
}
