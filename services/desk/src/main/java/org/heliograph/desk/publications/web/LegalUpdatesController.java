package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.publications.LegalUpdateContent;
import org.heliograph.desk.publications.NewPublication;
import org.heliograph.desk.receipts.GateAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(PublicationAnswers.PATH + "/legal-updates")
@Tag(
        name = "Legal updates",
        description = "Laws, decisions of courts and the status of treaties, as this party publishes them")
final class LegalUpdatesController {

    private final PublicationAnswers answers;

    LegalUpdatesController(PublicationAnswers answers) {
        this.answers = answers;
    }

    @PostMapping
    @Operation(operationId = "publishLegalUpdate", summary = "Publish a legal update")
    ResponseEntity<PublicationItem> publish(
            @Valid @RequestBody NewPublication<LegalUpdateContent> update, Caller caller) {
        return answers.publish(update, caller);
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewLegalUpdate",
            summary = "Say who would get a legal update, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewPublication<LegalUpdateContent> update, Caller caller) {
        return answers.preview(update, caller);
    }

    @PostMapping("/{id}/correct")
    @Operation(operationId = "correctLegalUpdate", summary = "Put a legal update in the place of its last version")
    ResponseEntity<PublicationItem> correct(
            @PathVariable UUID id, @Valid @RequestBody Correction<LegalUpdateContent> correction, Caller caller) {
        return answers.correct(id, correction, caller);
    }
}
