package org.heliograph.events.requests;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event among the results of a request, written as {@code capacity.activity/6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801}.
 * Immutable.
 */
public record ResultRef(String eventType, UUID eventId) {

    private static final Pattern WRITTEN =
            Pattern.compile("([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** Empty for a result that is no event, such as the address of a document. */
    public static Optional<ResultRef> of(String result) {
        Matcher written = WRITTEN.matcher(result);
        return written.matches()
                ? Optional.of(new ResultRef(written.group(1), UUID.fromString(written.group(2))))
                : Optional.empty();
    }
}
