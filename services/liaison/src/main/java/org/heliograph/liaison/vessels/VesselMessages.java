package org.heliograph.liaison.vessels;

import static org.heliograph.desk.journal.MessageDefaults.orEmpty;

import java.time.Instant;
import org.heliograph.events.Envelope;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;

/** Turns what officers wrote into events. A verification has the number of its cooperation request. */
final class VesselMessages {

    private VesselMessages() {}

    static MaritimeVesselRequest request(Envelope envelope, NewVerification asked, Instant replyBy) {
        return MaritimeVesselRequest.newBuilder()
                .setEnvelope(envelope)
                .setVerificationId(asked.requestId())
                .setVesselName(asked.vesselName())
                .setDescription(asked.description())
                .setClaimedFlag(asked.claimedFlag())
                .setMarksOfRegistry(asked.marksOfRegistry())
                .setImoNumber(asked.imoNumber())
                .setMmsi(asked.mmsi())
                .setCallSign(asked.callSign())
                .setPosition(ExactPosition.newBuilder()
                        .setLat(asked.position().lat())
                        .setLon(asked.position().lon())
                        .setPrecisionKm(asked.position().precisionKm())
                        .build())
                .setGroundsForSuspicion(asked.groundsForSuspicion())
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
