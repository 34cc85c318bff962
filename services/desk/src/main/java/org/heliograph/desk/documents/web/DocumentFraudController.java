package org.heliograph.desk.documents.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.documents.DocumentFraudView;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.desk.journal.JournalFilter;
import org.heliograph.desk.journal.Sending;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.Problems;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/alerts/documents")
@Tag(name = "Document alerts", description = "Alerts on travel documents that this party published or received")
final class DocumentFraudController {

    private final Sending sending;
    private final Journal journal;
    private final Receipts receipts;

    DocumentFraudController(Sending sending, Journal journal, Receipts receipts) {
        this.sending = sending;
        this.journal = journal;
        this.receipts = receipts;
    }

    /**
     * An alert.
     *
     * @param direction IN was received, OUT published by this party
     * @param at when it was received or published
     * @param superseded whether its originator has replaced it
     * @param receipts answers of the gate to what this party published; empty while it has not answered
     */
    record DocumentAlert(
            UUID eventId,
            JournalDirection direction,
            Instant at,
            boolean superseded,

            @Schema(implementation = DocumentFraudView.class)
            JsonNode alert,

            List<GateAnswer> receipts) {}

    @PostMapping
    @Operation(operationId = "publishDocumentAlert", summary = "Publish an alert on travel documents")
    ResponseEntity<DocumentAlert> publish(@Valid @RequestBody NewDocumentFraud alert, Caller caller) {
        UUID eventId = sending.send(DocumentFraudDrafts.of(alert), caller);
        return ResponseEntity.created(URI.create("/api/v1/alerts/documents/" + eventId))
                .body(AfterStoring.view(() -> read(eventId, null)));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewDocumentAlert",
            summary = "Say who would get an alert on travel documents, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewDocumentFraud alert, Caller caller) {
        return sending.preview(DocumentFraudDrafts.of(alert), caller);
    }

    @GetMapping
    @Operation(operationId = "listDocumentAlerts", summary = "List alerts on travel documents, latest first")
    PageOf<DocumentAlert> list(
            @RequestParam(required = false) @Nullable JournalDirection direction,
            @Parameter(description = "The party that published it")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            @Parameter(description = "Issuer of the document (ICAO 9303)")
                    @RequestParam(required = false)
                    @Pattern(regexp = "[A-Z]{1,3}", message = "must be an ICAO 9303 code of an issuer")
                    @Nullable
                    String issuerCode,
            @Parameter(description = "Also those that their originator has replaced")
                    @RequestParam(defaultValue = "false")
                    boolean history,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return journal.list(
                        DocumentFraudView.KIND,
                        new JournalFilter(direction, originator, issuerCode, history),
                        page,
                        size)
                .map(this::item);
    }

    @GetMapping("/{eventId}")
    @Operation(operationId = "readDocumentAlert", summary = "Read an alert on travel documents")
    DocumentAlert read(
            @PathVariable UUID eventId,
            @Parameter(description = "The party that published it; needed only where two parties used one id")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator) {
        return item(Problems.onlyOf(journal.find(DocumentFraudView.KIND, eventId, originator)));
    }

    private DocumentAlert item(JournalEntry entry) {
        return new DocumentAlert(
                entry.eventId(),
                entry.direction(),
                entry.at(),
                entry.superseded(),
                entry.content(),
                entry.answers(receipts));
    }
}
