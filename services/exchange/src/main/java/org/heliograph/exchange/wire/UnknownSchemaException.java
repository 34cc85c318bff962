package org.heliograph.exchange.wire;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The registry has no schema with this id, or the schema to write is not registered under its subject. */
public final class UnknownSchemaException extends WireException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String topic, @Nullable String subject, @Nullable Integer schemaId) {
        super("Schema is not registered:", topic, subject, schemaId, null);
    }
}
