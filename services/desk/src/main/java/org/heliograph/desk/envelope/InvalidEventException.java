package org.heliograph.desk.envelope;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.validation.EventRules;

/** What a caller wants to say makes no valid event. */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    private InvalidEventException(List<String> violations) {
        super(violations.size() + " fields break a rule");
        this.violations = violations;
    }

    /** Throws if the event breaks a rule on its fields. */
    public static void throwIfInvalid(SpecificRecord event) {
        List<String> violations = EventRules.violations(event);
        if (!violations.isEmpty()) {
            throw new InvalidEventException(violations);
        }
    }

    /** The same faults, of an event that a caller gives as a part of something else. */
    public InvalidEventException within(String field) {
        return new InvalidEventException(
                violations.stream().map(violation -> field + "." + violation).toList());
    }

    /** The path of a field, a colon, and what is expected; one for each fault. */
    public List<String> violations() {
        return violations;
    }
}
