package org.heliograph.iom.research;

import java.util.UUID;

/** Another file is being taken in; two could hold the same months. */
final class IngestRunningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID running;

    IngestRunningException(UUID running) {
        super("ingest " + running + " is running");
        this.running = running;
    }

    UUID running() {
        return running;
    }
}
