package org.heliograph.exchange.wire;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The bytes are no value of the wire format, or not of the schema that they name. Reading them again gives the same.
 */
public final class MalformedEventException extends WireException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedEventException(
            String topic, @Nullable String subject, @Nullable Integer schemaId, MalformedValueException cause) {
        super(cause.getMessage() + ":", topic, subject, schemaId, cause);
    }
}
