package org.heliograph.desk.preview;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gate cannot be asked now. That says nothing about what is submitted: it is taken all the same. */
public final class NoPreviewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String retryAfter;

    private NoPreviewException(String message, @Nullable String retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    static NoPreviewException away(Throwable cause) {
        return new NoPreviewException("not reached: " + cause.getClass().getSimpleName(), null, cause);
    }

    static NoPreviewException refused(int status, @Nullable String retryAfter) {
        return new NoPreviewException("answered " + status, retryAfter, null);
    }

    /** In seconds, if the gate says. */
    public Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
