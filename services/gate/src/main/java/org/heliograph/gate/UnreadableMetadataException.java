package org.heliograph.gate;

import java.io.Serial;

/** The text beside a committed offset is not the gate's: to go on would be to guess what was already delivered. */
final class UnreadableMetadataException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String TEXT = "the committed offset carries no state of the gate";

    UnreadableMetadataException() {
        super(TEXT);
    }

    UnreadableMetadataException(Throwable cause) {
        super(TEXT, cause);
    }
}
