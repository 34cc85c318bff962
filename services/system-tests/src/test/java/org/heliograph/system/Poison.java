package org.heliograph.system;

import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;

/** Alerts of XA that the gate releases and no recipient can store. */
public final class Poison {

    private Poison() {}

    /**
     * Sends one, of a case of its own.
     *
     * @param recipient a party whose service takes the family of alerts
     */
    public static AlertRoute send(Stack stack, String recipient, String summary) {
        AlertRoute poison = Alerts.poison("exercise:" + UUID.randomUUID(), summary);
        try (SeizedOutbox xa = new SeizedOutbox(stack, Component.XA, "xa")) {
            xa.send(poison, xa.dispatches().dispatch(xa.next(poison), poison, xa.signer(), recipient));
        }
        return poison;
    }
}
