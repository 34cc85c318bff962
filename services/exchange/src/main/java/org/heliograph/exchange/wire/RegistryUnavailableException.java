package org.heliograph.exchange.wire;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The registry did not answer, or not to us. Worth another try later. */
public final class RegistryUnavailableException extends WireException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    public RegistryUnavailableException(
            String reason, @Nullable String subject, @Nullable Integer schemaId, Throwable cause) {
        this(reason, null, subject, schemaId, cause);
    }

    private RegistryUnavailableException(
            String reason,
            @Nullable String topic,
            @Nullable String subject,
            @Nullable Integer schemaId,
            Throwable cause) {
        super("Schema registry is unavailable (" + reason + "):", topic, subject, schemaId, cause);
        this.reason = reason;
    }

    RegistryUnavailableException forTopic(String topic) {
        return new RegistryUnavailableException(reason, topic, subject(), schemaId(), this);
    }
}
