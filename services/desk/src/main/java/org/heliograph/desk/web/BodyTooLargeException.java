package org.heliograph.desk.web;

import java.io.IOException;

/** A body turned out to be larger than is taken, while it was read. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long maxBytes) {
        super("more than " + maxBytes + " bytes");
    }
}
