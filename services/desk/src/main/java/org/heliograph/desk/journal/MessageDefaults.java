package org.heliograph.desk.journal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.envelope.HandlingRules;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Distribution;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;

/**
 * What is usual of messages of a kind, and what none of them may be.
 *
 * @param floor the widest marking allowed
 */
public record MessageDefaults(Tlp floor, Tlp tlp, Priority priority, List<Purpose> purposes) {

    public MessageDefaults {
        purposes = List.copyOf(purposes);
    }

    /**
     * What the rules on an event's fields cannot see; who may get it is for the gate to say.
     *
     * @throws Rejection that names each field
     */
    public void check(NewMessage message) {
        Rejection.ifAny(HandlingRules.broken(floor, handling(message), distribution(message)));
    }

    /** How the message is to be treated. */
    public Handling handling(NewMessage message) {
        return new Handling(
                Objects.requireNonNullElse(message.tlp(), tlp),
                Given.orEmpty(message.handlingCodes()),
                message.handlingNote(),
                Objects.requireNonNullElse(message.purposes(), purposes),
                null,
                false);
    }

    /** How urgent the message is. */
    public Priority urgency(NewMessage message) {
        return Objects.requireNonNullElse(message.priority(), priority);
    }

    /** To whom the message goes. */
    public static Distribution distribution(NewMessage message) {
        return new Distribution(Given.orEmpty(message.releasableTo()), Given.orEmpty(message.notReleasableTo()));
    }

    /**
     * Ends the call if what goes on with a case is of another status than the case.
     *
     * @param what the case is of, for people
     */
    public static void keepStatus(Optional<CaseFile> known, Status said, String what) {
        known.filter(file -> file.status() != said).ifPresent(file -> {
            throw Rejection.of(
                    "status", "%s, as the case of this %s began so and keeps it (R17)".formatted(file.status(), what));
        });
    }
}
