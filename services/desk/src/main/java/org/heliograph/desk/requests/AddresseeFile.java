package org.heliograph.desk.requests;

import java.util.List;
import java.util.Set;
import org.heliograph.cooperation.Refusal;
import org.heliograph.events.CoopAct;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands at one addressee, as the party knows it.
 *
 * @param escalation 0 none, 1 unit head, 2 HQ focal point, 3 platform coordinators
 * @param deadline known to the addressee alone; null where nothing is owed, and at the requester
 * @param commands of this party that are on their way or were set aside
 * @param nextSteps what this party may do now
 */
public record AddresseeFile(
        Standing standing,
        int escalation,
        @Nullable DeadlineReading deadline,
        List<OpenCommand> commands,
        Set<CoopAct> nextSteps) {

    /**
     * A command that led to nothing, or not yet.
     *
     * @param setAside why the addressee set it aside; null while it is on its way
     */
    public record OpenCommand(Command command, @Nullable Refusal setAside) {}

    public AddresseeFile {
        commands = List.copyOf(commands);
    }
}
