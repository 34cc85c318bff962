package org.heliograph.exchange.wire;

import java.io.Serial;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes that are not what they claim to be: too short, of another format, not of their schema, beyond
 * {@link AvroLimits}, or with something left over. Never repeats the bytes.
 */
public final class MalformedValueException extends SerializationException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedValueException(String message) {
        super(message);
    }

    MalformedValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
