package org.heliograph.exchange.inbox;

import org.heliograph.events.DeliveryActor;

/**
 * Who does something about a dead letter.
 *
 * @param name a user name, or the name of a system; kept with the letter, in the database of the party, and told
 *     nowhere else
 * @param function in which it is done; all that the originator and the audit of the platform learn
 */
public record Actor(String name, DeliveryActor function) {

    public Actor {
        if (name.isBlank() || function == DeliveryActor.UNKNOWN) {
            throw new IllegalArgumentException(
                    "An act needs a name and a known function, not '%s', %s".formatted(name, function));
        }
    }
}
