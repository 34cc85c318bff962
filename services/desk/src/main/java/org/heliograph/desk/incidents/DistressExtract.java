package org.heliograph.desk.incidents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.journal.Draft;
import org.heliograph.desk.journal.MessageDefaults;
import org.heliograph.desk.maritime.DistressView;
import org.heliograph.events.DistressCondition;
import org.heliograph.events.DistressPhase;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.Lane;
import org.heliograph.events.MaritimeDistress;
import org.heliograph.events.MessageType;
import org.heliograph.events.MrccNotification;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What of an incident goes out for the safety of life, as a distress of its own (R15). It says this and no more, is
 * GREEN and FLASH whatever the incident is, and goes to all who may have a distress and were not excluded from the
 * incident.
 *
 * @param position as fine as it was entered; distress is never rounded (R14)
 * @param personsOnBoard null is unknown, never 0
 */
public record DistressExtract(
        ExactPosition position,
        @Nullable Integer personsOnBoard,
        List<DistressCondition> condition,
        MrccNotification mrccNotified,
        DistressPhase phase) {

    private static final Handling HANDLING =
            new Handling(Tlp.GREEN, List.of(), null, List.of(Purpose.SAFETY_OF_LIFE), null, false);

    public DistressExtract {
        condition = List.copyOf(condition);
    }

    /** What those in danger are told of by: the case of the incident. */
    static String distressId(CaseFile file) {
        return file.id().toString();
    }

    /**
     * The distress beside an incident.
     *
     * @param file the case of the incident; one case is one outbox partition, so that two such reports never wait for
     *     each other
     * @param known the case in which this party spoke of the distress before, if it did
     */
    Draft<MaritimeDistress> draft(CaseFile file, Optional<CaseFile> known, List<String> excluded, UUID incident) {
        MessageDefaults.keepStatus(known, file.status(), "distress");
        return new Draft<>(
                DistressView.KIND,
                Lane.OPERATIONAL,
                known.orElse(file),
                known.isEmpty() ? MessageType.ALERT : MessageType.UPDATE,
                Priority.FLASH,
                HANDLING,
                new Distribution(List.of(), excluded),
                incident,
                envelope -> event(envelope, distressId(file)));
    }

    private MaritimeDistress event(Envelope envelope, String distressId) {
        return MaritimeDistress.newBuilder()
                .setEnvelope(envelope)
                .setDistressId(distressId)
                .setPosition(position)
                .setPersonsOnBoard(personsOnBoard)
                .setCondition(condition)
                .setMrccNotified(mrccNotified)
                .setPhase(phase)
                .build();
    }
}
