package org.heliograph.desk.journal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Distribution;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What is usual of messages of a kind, and what none of them may be.
 *
 * @param floor the widest marking allowed
 */
public record MessageDefaults(Tlp floor, Tlp tlp, Priority priority, List<Purpose> purposes) {

    private static final Set<Tlp> NAMED_ONLY = EnumSet.of(Tlp.AMBER, Tlp.AMBER_STRICT);

    public MessageDefaults {
        purposes = List.copyOf(purposes);
    }

    /**
     * What the rules on an event's fields cannot see; who may get it is for the gate to say.
     *
     * @throws Rejection that names each field
     */
    public void check(NewMessage message) {
        List<FieldError> broken = new ArrayList<>();
        Tlp marking = Objects.requireNonNullElse(message.tlp(), tlp);
        if (marking == Tlp.RED) {
            broken.add(new FieldError("tlp", "RED needs sealing, which is not there yet (R3)"));
        } else if (marking.compareTo(floor) < 0) {
            broken.add(new FieldError("tlp", floor + " or stricter (R1)"));
        } else if (NAMED_ONLY.contains(marking)
                && orEmpty(message.releasableTo()).isEmpty()) {
            broken.add(
                    new FieldError("releasableTo", "at least one party, as from AMBER up recipients are named (R1)"));
        }
        if (orEmpty(message.handlingCodes()).contains(HandlingCode.H3) && message.handlingNote() == null) {
            broken.add(new FieldError("handlingNote", "a note, as the handling code is H3 (R1)"));
        }
        reject(broken);
    }

    /** How the message is to be treated. */
    public Handling handling(NewMessage message) {
        return new Handling(
                Objects.requireNonNullElse(message.tlp(), tlp),
                orEmpty(message.handlingCodes()),
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
        return new Distribution(orEmpty(message.releasableTo()), orEmpty(message.notReleasableTo()));
    }

    /**
     * Ends the call if what goes on with a case is of another status than the case.
     *
     * @param what the case is of, for people
     */
    public static void keepStatus(Optional<CaseFile> known, Status said, String what) {
        known.filter(file -> file.status() != said)
                .ifPresent(file -> reject(List.of(new FieldError(
                        "status",
                        "%s, as the case of this %s began so and keeps it (R17)".formatted(file.status(), what)))));
    }

    /** Ends the call if anything is broken. */
    public static void reject(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Rejection(Problems.fields(HttpStatus.UNPROCESSABLE_CONTENT, broken));
        }
    }

    /** An absent list is an empty one. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
