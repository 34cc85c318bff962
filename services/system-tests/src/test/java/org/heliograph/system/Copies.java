package org.heliograph.system;

import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;

/** What lies in the inboxes of a party. */
final class Copies {

    private Copies() {}

    /** Whether a party has a copy; to be asked once the gate has said to whom it gave one. */
    static boolean held(Stack stack, String party, String key) {
        try (PartySystem system = new PartySystem(stack, party)) {
            return system.readAll(system.inboxes()).stream()
                    .anyMatch(message -> message.key().equals(key));
        }
    }
}
