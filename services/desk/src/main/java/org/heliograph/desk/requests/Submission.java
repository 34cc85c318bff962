package org.heliograph.desk.requests;

import java.util.List;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Priority;
import org.heliograph.events.Source;
import org.heliograph.events.Status;

/**
 * A request that somebody of this party wants to send.
 *
 * @param sources what it was derived from
 */
public record Submission(
        Content content,
        List<String> addressees,
        Status status,
        Priority priority,
        Handling handling,
        List<Source> sources) {

    public Submission {
        addressees = List.copyOf(addressees);
        sources = List.copyOf(sources);
    }

    /** One that was derived from no other event. */
    public Submission(Content content, List<String> addressees, Status status, Priority priority, Handling handling) {
        this(content, addressees, status, priority, handling, List.of());
    }

    /** The same, of which the gate is told that it was derived from these: it holds the party to R4 and R5. */
    public Submission derivedFrom(List<Source> origins) {
        return new Submission(content, addressees, status, priority, handling, origins);
    }
}
