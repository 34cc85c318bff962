package org.heliograph.desk.maritime.web;

import static org.heliograph.desk.web.Given.orEmpty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.journal.Draft;
import org.heliograph.desk.journal.MessageDefaults;
import org.heliograph.desk.maritime.DistressView;
import org.heliograph.events.Envelope;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.Lane;
import org.heliograph.events.MaritimeDistress;
import org.heliograph.events.MessageType;
import org.heliograph.events.MrccNotification;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/** Turns what a duty officer wrote into a message. */
final class DistressDrafts {

    private static final MessageDefaults DEFAULTS = new MessageDefaults(
            Tlp.GREEN, Tlp.GREEN, Priority.FLASH, List.of(Purpose.SAFETY_OF_LIFE, Purpose.STRATEGIC_ANALYSIS));

    private DistressDrafts() {}

    /** @param known the case in which this party spoke of the distress before, if it did */
    static Draft<MaritimeDistress> of(NewDistress distress, Optional<CaseFile> known) {
        DEFAULTS.check(distress);
        MessageDefaults.keepStatus(known, distress.status(), "distress");
        return new Draft<>(
                DistressView.KIND,
                Lane.OPERATIONAL,
                known.orElseGet(() -> new CaseFile(UUID.randomUUID(), distress.status())),
                known.isEmpty() ? MessageType.ALERT : MessageType.UPDATE,
                DEFAULTS.urgency(distress),
                DEFAULTS.handling(distress),
                MessageDefaults.distribution(distress),
                null,
                envelope -> event(envelope, distress));
    }

    private static MaritimeDistress event(Envelope envelope, NewDistress distress) {
        return MaritimeDistress.newBuilder()
                .setEnvelope(envelope)
                .setDistressId(distress.distressId())
                .setPosition(ExactPosition.newBuilder()
                        .setLat(distress.position().lat())
                        .setLon(distress.position().lon())
                        .setPrecisionKm(distress.position().precisionKm())
                        .build())
                .setCourse(distress.course())
                .setSpeedKn(distress.speedKn())
                .setPersonsOnBoard(distress.personsOnBoard())
                .setCondition(orEmpty(distress.condition()))
                .setWeather(distress.weather())
                .setMrccNotified(new MrccNotification(
                        distress.mrccNotified().name(), distress.mrccNotified().at()))
                .setPhase(distress.phase())
                .build();
    }
}
