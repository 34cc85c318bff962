package org.heliograph.testkit;

import static org.heliograph.testkit.SampleEvents.about;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.Authorisation;
import org.heliograph.events.DistressPhase;
import org.heliograph.events.Envelope;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.Lane;
import org.heliograph.events.MaritimeDistress;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;
import org.heliograph.events.MrccNotification;
import org.heliograph.events.Purpose;
import org.heliograph.events.RegistryStatus;
import org.heliograph.events.Tlp;
import org.heliograph.events.VesselMeasure;

/** Events at sea that pass every rule, as exercise. */
public final class SampleMaritime {

    private SampleMaritime() {}

    /** A GREEN maritime.distress. */
    public static MaritimeDistress distress(String originator) {
        Envelope envelope = about(
                "maritime.distress",
                originator,
                UUID.randomUUID(),
                Tlp.GREEN,
                Lane.OPERATIONAL,
                Purpose.SAFETY_OF_LIFE);
        return MaritimeDistress.newBuilder()
                .setEnvelope(envelope)
                .setDistressId(originator + "-" + envelope.getEventId())
                .setPosition(position())
                .setPersonsOnBoard(58)
                .setMrccNotified(new MrccNotification("MRCC Port Alpha", envelope.getOccurredAt()))
                .setPhase(DistressPhase.DISTRESS)
                .build();
    }

    /** An AMBER_STRICT maritime.vessel-request, which opens a case. */
    public static MaritimeVesselRequest vesselRequest(String originator) {
        UUID verification = UUID.randomUUID();
        Envelope envelope = vessel("maritime.vessel-request", originator, verification);
        return MaritimeVesselRequest.newBuilder()
                .setEnvelope(envelope)
                .setVerificationId(verification)
                .setDescription("Wooden, some 20 m, blue hull")
                .setClaimedFlag("XB")
                .setPosition(position())
                .setGroundsForSuspicion("Many people on deck, no fishing gear")
                .setProposedMeasures(List.of(VesselMeasure.BOARD))
                .setReplyBy(envelope.getPublishedAt().plus(Duration.ofHours(4)))
                .build();
    }

    /** The answer of the flag State, in the same case. */
    public static MaritimeVesselResponse vesselResponse(String originator, UUID verification) {
        return MaritimeVesselResponse.newBuilder()
                .setEnvelope(vessel("maritime.vessel-response", originator, verification))
                .setVerificationId(verification)
                .setRegistry(RegistryStatus.CONFIRMED)
                .setAuthorisation(Authorisation.GRANTED)
                .build();
    }

    /** What came of it, in the same case. */
    public static MaritimeVesselAction vesselAction(String originator, UUID verification) {
        return MaritimeVesselAction.newBuilder()
                .setEnvelope(vessel("maritime.vessel-action", originator, verification))
                .setVerificationId(verification)
                .setMeasuresTaken(List.of(VesselMeasure.BOARD))
                .setResults("64 persons were found below deck")
                .setPersonsSafety("Life jackets and water were given out")
                .build();
    }

    private static Envelope vessel(String eventType, String originator, UUID verification) {
        return about(eventType, originator, verification, Tlp.AMBER_STRICT, Lane.OPERATIONAL, Purpose.OPERATIONAL_LE);
    }

    /** Finer than anything else may tell. */
    private static ExactPosition position() {
        return ExactPosition.newBuilder().setLat(34.51237).setLon(24.00981).build();
    }
}
