package org.heliograph.desk.requests;

import java.util.List;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Priority;
import org.heliograph.events.Status;

/** A request that somebody of this party wants to send. */
public record Submission(
        Content content, List<String> addressees, Status status, Priority priority, Handling handling) {

    public Submission {
        addressees = List.copyOf(addressees);
    }
}
