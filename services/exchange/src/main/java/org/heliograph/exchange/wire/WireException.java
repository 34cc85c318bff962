package org.heliograph.exchange.wire;

import java.io.Serial;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A value that could not be written or read, with where it happened: topic, subject (the schema's full name) and schema
 * id.
 */
public abstract sealed class WireException extends SerializationException
        permits MalformedEventException,
                RegistryUnavailableException,
                UnknownEventTypeException,
                UnknownSchemaException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable String topic;
    private final @Nullable String subject;
    private final @Nullable Integer schemaId;

    WireException(
            String what,
            @Nullable String topic,
            @Nullable String subject,
            @Nullable Integer schemaId,
            @Nullable Throwable cause) {
        super(what + " topic=" + topic + " subject=" + subject + " schemaId=" + schemaId, cause);
        this.topic = topic;
        this.subject = subject;
        this.schemaId = schemaId;
    }

    /** Null where the failing part does not know it. */
    public @Nullable String topic() {
        return topic;
    }

    /** Null while only an id is known. */
    public @Nullable String subject() {
        return subject;
    }

    /** Null where there is no id yet. */
    public @Nullable Integer schemaId() {
        return schemaId;
    }
}
