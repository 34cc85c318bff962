package org.heliograph.liaison.vessels;

import static org.heliograph.desk.web.Given.orEmpty;

import java.time.Instant;
import java.util.Objects;
import org.heliograph.events.Envelope;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;

/** Turns what officers wrote into events. A verification has the number of its cooperation request. */
final class VesselMessages {

    private VesselMessages() {}

    /** @param asked whole, with what the request says of the vessel */
    static MaritimeVesselRequest request(Envelope envelope, NewVerification asked, Instant replyBy) {
        NewVerification.Fix position = Objects.requireNonNull(asked.position());
        return MaritimeVesselRequest.newBuilder()
                .setEnvelope(envelope)
                .setVerificationId(asked.requestId())
                .setVesselName(asked.vesselName())
                .setDescription(Objects.requireNonNull(asked.description()))
                .setClaimedFlag(Objects.requireNonNull(asked.claimedFlag()))
                .setMarksOfRegistry(asked.marksOfRegistry())
                .setImoNumber(asked.imoNumber())
                .setMmsi(asked.mmsi())
                .setCallSign(asked.callSign())
                .setPosition(ExactPosition.newBuilder()
                        .setLat(position.lat())
                        .setLon(position.lon())
                        .setPrecisionKm(position.precisionKm())
                        .build())
                .setGroundsForSuspicion(Objects.requireNonNull(asked.groundsForSuspicion()))
                .setProposedMeasures(orEmpty(asked.proposedMeasures()))
                .setReplyBy(replyBy)
                .setRequestId(asked.requestId())
                .build();
    }

    static MaritimeVesselResponse response(Envelope envelope, Verification verification, NewAnswer answer) {
        return MaritimeVesselResponse.newBuilder()
                .setEnvelope(envelope)
                .setVerificationId(verification.verificationId())
                .setRegistry(answer.registry())
                .setAuthorisation(answer.authorisation())
                .setConditions(orEmpty(answer.conditions()))
                .setReason(answer.reason())
                .build();
    }

    static MaritimeVesselAction action(Envelope envelope, Verification verification, NewReport report) {
        return MaritimeVesselAction.newBuilder()
                .setEnvelope(envelope)
                .setVerificationId(verification.verificationId())
                .setMeasuresTaken(orEmpty(report.measuresTaken()))
                .setResults(report.results())
                .setPersonsSafety(report.personsSafety())
                .build();
    }
}
