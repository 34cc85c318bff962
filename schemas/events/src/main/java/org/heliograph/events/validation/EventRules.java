package org.heliograph.events.validation;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Rules on the fields of events that Avro cannot state: code lists, ranges, order, and what one field demands of
 * another. They bind who sends. A recipient may well hold events that a newer sender was right to send, and does not
 * apply them. Who may receive an event is decided elsewhere.
 *
 * <p>Pure functions, any thread.
 */
public final class EventRules {

    private EventRules() {}

    /**
     * All that is wrong with an event, one message for each fault: the path of the field, what was found where it is
     * short and no text of an author, what is expected.
     *
     * @return empty if nothing is wrong
     * @throws IllegalArgumentException if the record is no event of the catalogue
     */
    public static List<String> violations(SpecificRecord event) {
        Violations violations = new Violations();
        Catalogue.entry(event)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no event of the catalogue: " + event.getSchema().getFullName()))
                .check(event, violations);
        return violations.all();
    }
}
