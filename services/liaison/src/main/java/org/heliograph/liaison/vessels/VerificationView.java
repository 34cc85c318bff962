package org.heliograph.liaison.vessels;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.requests.AddresseeFile;
import org.heliograph.desk.requests.DeadlineReading;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.events.RequestState;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A verification with all that was said.
 *
 * @param direction OUT where this party asks, IN where it is the flag State
 * @param version how many answers there are
 * @param registry of the answer that stands
 * @param authorisation of the answer that stands
 * @param casework the cooperation request; absent at the flag State until it has come
 */
record VerificationView(
        UUID verificationId,
        JournalDirection direction,
        int version,
        @Nullable String registry,
        @Nullable String authorisation,
        @Nullable CaseworkView casework,
        AskedView asked,
        List<AnswerView> answers,
        List<ReportView> reports) {

    /**
     * How the cooperation request stands.
     *
     * @param deadline what the flag State owes by when; known to it alone
     */
    record CaseworkView(
            UUID requestId,
            String reference,
            RequestState state,
            @Nullable DeadlineReading deadline) {

        private static CaseworkView of(RequestFile file) {
            return new CaseworkView(
                    file.request().id(),
                    file.request().reference(),
                    file.state(),
                    file.addressees().stream()
                            .map(AddresseeFile::deadline)
                            .filter(deadline -> deadline != null)
                            .findFirst()
                            .orElse(null));
        }
    }

    /** What is asked, in its last form. */
    record AskedView(
            UUID eventId,
            Instant at,

            @Schema(implementation = VesselViews.RequestView.class)
            JsonNode request,

            List<GateAnswer> receipts) {}

    /** An answer of the flag State; the last one stands. */
    record AnswerView(
            UUID eventId,
            Instant at,

            @Schema(implementation = VesselViews.ResponseView.class)
            JsonNode response,

            List<GateAnswer> receipts) {}

    /** What the asking State did. */
    record ReportView(
            UUID eventId,
            Instant at,

            @Schema(implementation = VesselViews.ActionView.class)
            JsonNode action,

            List<GateAnswer> receipts) {}

    static VerificationView of(Verification verification, Optional<RequestFile> casework, Receipts receipts) {
        JournalEntry request = verification.request();
        return new VerificationView(
                verification.verificationId(),
                request.direction(),
                verification.responses().size(),
                word(verification, "registry"),
                word(verification, "authorisation"),
                casework.map(CaseworkView::of).orElse(null),
                new AskedView(request.eventId(), request.at(), request.content(), request.answers(receipts)),
                verification.responses().stream()
                        .map(entry ->
                                new AnswerView(entry.eventId(), entry.at(), entry.content(), entry.answers(receipts)))
                        .toList(),
                verification.actions().stream()
                        .map(entry ->
                                new ReportView(entry.eventId(), entry.at(), entry.content(), entry.answers(receipts)))
                        .toList());
    }

    private static @Nullable String word(Verification verification, String field) {
        return verification
                .standing()
                .map(entry -> entry.content().get(field))
                .map(JsonNode::asString)
                .orElse(null);
    }
}
