package org.heliograph.liaison.vessels;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalFilter;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.PageOf;
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

@RestController
@RequestMapping(VerificationsController.PATH)
@Tag(
        name = "Vessels",
        description = "Verification of vessels with the flag State (Smuggling of Migrants Protocol 8), in the case of a"
                + " cooperation request, which has states and clock")
class VerificationsController {

    static final String PATH = "/api/v1/maritime/vessels";

    private final Verifications verifications;
    private final Journal journal;
    private final Receipts receipts;

    VerificationsController(Verifications verifications, Journal journal, Receipts receipts) {
        this.verifications = verifications;
        this.journal = journal;
        this.receipts = receipts;
    }

    @PostMapping
    @Operation(
            operationId = "askAboutVessel",
            summary = "Ask the flag State about a vessel",
            description = "Needs a cooperation request of kind VESSEL_REGISTRY_BOARDING to the flag State, and goes to"
                    + " its addressee. Asked again under the same request, the later form replaces the earlier.")
    ResponseEntity<VerificationView> ask(@Valid @RequestBody NewVerification asked, Caller caller) {
        UUID id = verifications.ask(asked, caller);
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(AfterStoring.view(() -> read(id)));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewVessel",
            summary = "Say who would get what is asked about a vessel, without asking",
            description = "Takes what asking takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewVerification asked, Caller caller) {
        return verifications.preview(asked, caller);
    }

    @PostMapping("/{verificationId}/answer")
    @Operation(
            operationId = "answerAboutVessel",
            summary = "Answer as the flag State",
            description = "Says whether the registry is confirmed, and only then what is authorised.")
    ResponseEntity<VerificationView> answer(
            @PathVariable UUID verificationId, @Valid @RequestBody NewAnswer answer, Caller caller) {
        verifications.answer(verificationId, answer, caller);
        return ResponseEntity.ok().body(AfterStoring.view(() -> read(verificationId)));
    }

    @PostMapping("/{verificationId}/report")
    @Operation(
            operationId = "reportOnVessel",
            summary = "Report to the flag State what was done",
            description = "Promptly, and with how those on board were kept safe (articles 8(3), 9 and 16).")
    ResponseEntity<VerificationView> report(
            @PathVariable UUID verificationId, @Valid @RequestBody NewReport report, Caller caller) {
        verifications.report(verificationId, report, caller);
        return ResponseEntity.ok().body(AfterStoring.view(() -> read(verificationId)));
    }

    @GetMapping
    @Operation(operationId = "listVessels", summary = "List verifications of vessels, latest asked first")
    PageOf<VerificationView> list(
            @RequestParam(required = false) @Nullable JournalDirection direction,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return journal.list(VesselViews.REQUEST, new JournalFilter(direction, null, null, false), page, size)
                .map(entry -> view(verifications.of(entry)));
    }

    @GetMapping("/{verificationId}")
    @Operation(operationId = "readVessel", summary = "Read the verification of a vessel with all that was said")
    VerificationView read(@PathVariable UUID verificationId) {
        return view(VesselRules.existing(verifications.find(verificationId)));
    }

    private VerificationView view(Verification verification) {
        return VerificationView.of(verification, verifications.casework(verification), receipts);
    }
}
