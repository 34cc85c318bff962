package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.publications.CampaignContent;
import org.heliograph.desk.publications.NewPublication;
import org.heliograph.desk.receipts.GateAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(PublicationAnswers.PATH + "/campaigns")
@Tag(
        name = "Campaigns",
        description = "Public campaigns of this party, so that others may join them or keep out of their way")
final class CampaignsController {

    private final PublicationAnswers answers;

    CampaignsController(PublicationAnswers answers) {
        this.answers = answers;
    }

    @PostMapping
    @Operation(operationId = "publishCampaign", summary = "Publish a campaign")
    ResponseEntity<PublicationItem> publish(
            @Valid @RequestBody NewPublication<CampaignContent> campaign, Caller caller) {
        return answers.publish(campaign, caller);
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewCampaign",
            summary = "Say who would get a campaign, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewPublication<CampaignContent> campaign, Caller caller) {
        return answers.preview(campaign, caller);
    }

    @PostMapping("/{id}/correct")
    @Operation(operationId = "correctCampaign", summary = "Put a campaign in the place of its last version")
    ResponseEntity<PublicationItem> correct(
            @PathVariable UUID id, @Valid @RequestBody Correction<CampaignContent> correction, Caller caller) {
        return answers.correct(id, correction, caller);
    }
}
