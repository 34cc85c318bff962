package org.heliograph.exchange.wire;

import java.io.Serial;

/** The schema is registered, but this application has no generated class for it. */
public final class UnknownEventTypeException extends WireException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownEventTypeException(String topic, String subject, int schemaId) {
        super("No class for this schema:", topic, subject, schemaId, null);
    }
}
