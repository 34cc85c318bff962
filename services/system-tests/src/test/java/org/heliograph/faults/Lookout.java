package org.heliograph.faults;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;

/** XA's system where no service of XA runs: warns everybody, and remembers the schemas that it wrote with. */
final class Lookout implements AutoCloseable {

    private static final String OUTBOX = "outbox.xa";

    private final Stack stack;
    private final PartySystem xa;
    private final Map<Integer, Long> numbers = new HashMap<>();

    Lookout(Stack stack) {
        this.stack = stack;
        this.xa = new PartySystem(stack, "xa");
    }

    /**
     * @param eventId of the alert
     * @param mark its summary
     */
    record Warning(UUID eventId, String mark) {}

    /** Returns when it lies in the outbox. */
    Warning warn() {
        String mark = "load " + UUID.randomUUID();
        AlertRoute alert = AlertRoute.newBuilder(SampleEvents.alertRoute("xa"))
                .setSummary(mark)
                .build();
        int partition = Dispatches.partition(alert, stack.roster().partitions());
        long seq = numbers.merge(partition, 1L, Long::sum);
        var _ = xa.send(OUTBOX, partition, new Dispatches(xa.schemas()).dispatch(seq, alert, xa.signer()));
        return new Warning(alert.getEnvelope().getEventId(), mark);
    }

    @Override
    public void close() {
        xa.close();
    }
}
