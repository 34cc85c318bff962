package org.heliograph.liaison.vessels;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.journal.EnvelopeView;
import org.heliograph.desk.journal.JournalKind;
import org.heliograph.desk.maritime.ExactPositionView;
import org.heliograph.events.Authorisation;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;
import org.heliograph.events.RegistryStatus;
import org.heliograph.events.VesselMeasure;
import org.jspecify.annotations.Nullable;

/** What is said of a vessel, as people and agency systems read it. */
final class VesselViews {

    static final JournalKind<MaritimeVesselRequest> REQUEST = new JournalKind<>(
            MaritimeVesselRequest.class,
            "maritime.vessel-request",
            request -> request.getVerificationId().toString(),
            RequestView::of);

    static final JournalKind<MaritimeVesselResponse> RESPONSE = new JournalKind<>(
            MaritimeVesselResponse.class,
            "maritime.vessel-response",
            response -> response.getVerificationId().toString(),
            ResponseView::of);

    static final JournalKind<MaritimeVesselAction> ACTION = new JournalKind<>(
            MaritimeVesselAction.class,
            "maritime.vessel-action",
            action -> action.getVerificationId().toString(),
            ActionView::of);

    private VesselViews() {}

    /**
     * What the flag State is asked.
     *
     * @param requestId the cooperation request to which it belongs
     */
    record RequestView(
            @JsonUnwrapped EnvelopeView envelope,
            UUID verificationId,
            @Nullable String vesselName,
            String description,
            String claimedFlag,
            @Nullable String marksOfRegistry,
            @Nullable String imoNumber,
            @Nullable String mmsi,
            @Nullable String callSign,
            ExactPositionView position,
            String groundsForSuspicion,
            List<VesselMeasure> proposedMeasures,
            Instant replyBy,
            @Nullable UUID requestId) {

        private static RequestView of(MaritimeVesselRequest request) {
            return new RequestView(
                    EnvelopeView.of(request.getEnvelope()),
                    request.getVerificationId(),
                    StorableText.orNull(request.getVesselName().orElse(null)),
                    StorableText.of(request.getDescription()),
                    StorableText.of(request.getClaimedFlag()),
                    StorableText.orNull(request.getMarksOfRegistry().orElse(null)),
                    StorableText.orNull(request.getImoNumber().orElse(null)),
                    StorableText.orNull(request.getMmsi().orElse(null)),
                    StorableText.orNull(request.getCallSign().orElse(null)),
                    ExactPositionView.of(request.getPosition()),
                    StorableText.of(request.getGroundsForSuspicion()),
                    List.copyOf(request.getProposedMeasures()),
                    request.getReplyBy(),
                    request.getRequestId().orElse(null));
        }
    }

    /** What the flag State answers. */
    record ResponseView(
            @JsonUnwrapped EnvelopeView envelope,
            UUID verificationId,
            RegistryStatus registry,
            @Nullable Authorisation authorisation,
            List<String> conditions,
            @Nullable String reason) {

        private static ResponseView of(MaritimeVesselResponse response) {
            return new ResponseView(
                    EnvelopeView.of(response.getEnvelope()),
                    response.getVerificationId(),
                    response.getRegistry(),
                    response.getAuthorisation().orElse(null),
                    response.getConditions().stream().map(StorableText::of).toList(),
                    StorableText.orNull(response.getReason().orElse(null)));
        }
    }

    /** What was done, and how those on board were kept safe. */
    record ActionView(
            @JsonUnwrapped EnvelopeView envelope,
            UUID verificationId,
            List<VesselMeasure> measuresTaken,
            String results,
            String personsSafety) {

        private static ActionView of(MaritimeVesselAction action) {
            return new ActionView(
                    EnvelopeView.of(action.getEnvelope()),
                    action.getVerificationId(),
                    List.copyOf(action.getMeasuresTaken()),
                    StorableText.of(action.getResults()),
                    StorableText.of(action.getPersonsSafety()));
        }
    }
}
