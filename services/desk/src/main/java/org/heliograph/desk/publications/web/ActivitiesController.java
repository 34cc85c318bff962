package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.publications.ActivityContent;
import org.heliograph.desk.publications.NewPublication;
import org.heliograph.desk.receipts.GateAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(PublicationAnswers.PATH + "/capacity-activities")
@Tag(
        name = "Capacity activities",
        description = "What this party does to strengthen capacities; each upon a request that it has accepted")
final class ActivitiesController {

    private final PublicationAnswers answers;

    ActivitiesController(PublicationAnswers answers) {
        this.answers = answers;
    }

    @PostMapping
    @Operation(operationId = "publishCapacityActivity", summary = "Publish a capacity activity")
    ResponseEntity<PublicationItem> publish(
            @Valid @RequestBody NewPublication<ActivityContent> activity, Caller caller) {
        return answers.publish(activity, caller);
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewCapacityActivity",
            summary = "Say who would get a capacity activity, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewPublication<ActivityContent> activity, Caller caller) {
        return answers.preview(activity, caller);
    }

    @PostMapping("/{id}/correct")
    @Operation(
            operationId = "correctCapacityActivity",
            summary = "Put a capacity activity in the place of its last version")
    ResponseEntity<PublicationItem> correct(
            @PathVariable UUID id, @Valid @RequestBody Correction<ActivityContent> correction, Caller caller) {
        return answers.correct(id, correction, caller);
    }
}
