package org.heliograph.desk.maritime.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.desk.journal.JournalFilter;
import org.heliograph.desk.maritime.DistressRelay;
import org.heliograph.desk.maritime.DistressView;
import org.heliograph.desk.reads.Read;
import org.heliograph.desk.reads.Reads;
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
@RequestMapping("/api/v1/maritime/distress")
@Tag(
        name = "Distress",
        description = "Distress at sea that this party relayed or received. It informs; the rescue"
                + " coordination centre is told before")
final class DistressController {

    private final DistressRelay relay;
    private final Journal journal;
    private final Receipts receipts;
    private final Reads reads;

    DistressController(DistressRelay relay, Journal journal, Receipts receipts, Reads reads) {
        this.relay = relay;
        this.journal = journal;
        this.receipts = receipts;
        this.reads = reads;
    }

    /**
     * A message of distress.
     *
     * @param direction IN was received, OUT relayed by this party
     * @param at when it was received or relayed
     * @param superseded whether its originator has replaced it
     * @param receipts answers of the gate to what this party relayed; empty while it has not answered
     */
    record DistressItem(
            UUID eventId,
            JournalDirection direction,
            Instant at,
            boolean superseded,
            @Schema(implementation = DistressView.class) JsonNode distress,
            List<GateAnswer> receipts) {}

    @PostMapping
    @Operation(
            operationId = "relayDistress",
            summary = "Relay distress at sea, once the rescue coordination centre has been told")
    ResponseEntity<DistressItem> relay(@Valid @RequestBody NewDistress distress, Caller caller) {
        UUID eventId = relay.relay(distress.distressId(), known -> DistressDrafts.of(distress, known), caller);
        return ResponseEntity.created(URI.create("/api/v1/maritime/distress/" + eventId))
                .body(AfterStoring.view(() -> item(find(eventId, null))));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewDistress",
            summary = "Say who would get a message of distress, without relaying it",
            description = "Takes what relaying takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewDistress distress, Caller caller) {
        return relay.preview(distress.distressId(), known -> DistressDrafts.of(distress, known), caller);
    }

    @GetMapping
    @Operation(
            operationId = "listDistress",
            summary = "List distress at sea, latest first",
            description = "That it was read is noted for each that is shown (R15).")
    PageOf<DistressItem> list(
            @RequestParam(required = false) @Nullable JournalDirection direction,
            @Parameter(description = "The party that relayed it")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            @Parameter(description = "The number that its originator gave the distress")
                    @RequestParam(required = false)
                    @Nullable
                    String distressId,
            @Parameter(description = "Also those that their originator has replaced")
                    @RequestParam(defaultValue = "false")
                    boolean history,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            Principal account,
            Caller caller) {
        PageOf<JournalEntry> found = journal.list(
                DistressView.KIND, new JournalFilter(direction, originator, distressId, history), page, size);
        note(account, caller, Read.Way.LIST, found.items());
        return found.map(this::item);
    }

    @GetMapping("/{eventId}")
    @Operation(
            operationId = "readDistress",
            summary = "Read a message of distress",
            description = "That it was read is noted (R15).")
    DistressItem read(
            @PathVariable UUID eventId,
            @Parameter(description = "The party that relayed it; needed only where two parties used one id")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            Principal account,
            Caller caller) {
        JournalEntry entry = find(eventId, originator);
        note(account, caller, Read.Way.ONE, List.of(entry));
        return item(entry);
    }

    private JournalEntry find(UUID eventId, @Nullable String originator) {
        return Problems.onlyOf(journal.find(DistressView.KIND, eventId, originator));
    }

    private void note(Principal account, Caller caller, Read.Way way, List<JournalEntry> entries) {
        reads.note(
                new Read.Reader(account.getName(), caller.role()),
                way,
                entries.stream()
                        .map(entry -> new Read.Subject(
                                DistressView.KIND.eventType(),
                                entry.eventId(),
                                entry.content().path("originatorParty").asString("")))
                        .toList());
    }

    private DistressItem item(JournalEntry entry) {
        return new DistressItem(
                entry.eventId(),
                entry.direction(),
                entry.at(),
                entry.superseded(),
                entry.content(),
                entry.answers(receipts));
    }
}
