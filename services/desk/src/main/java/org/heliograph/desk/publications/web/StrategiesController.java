package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.publications.NewPublication;
import org.heliograph.desk.publications.StrategyContent;
import org.heliograph.desk.receipts.GateAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(PublicationAnswers.PATH + "/strategies")
@Tag(
        name = "Strategies",
        description = "Plans of this party to prevent smuggling, with objectives and status; a State's are of its own"
                + " country")
final class StrategiesController {

    private final PublicationAnswers answers;

    StrategiesController(PublicationAnswers answers) {
        this.answers = answers;
    }

    @PostMapping
    @Operation(operationId = "publishStrategy", summary = "Publish a strategy")
    ResponseEntity<PublicationItem> publish(
            @Valid @RequestBody NewPublication<StrategyContent> strategy, Caller caller) {
        return answers.publish(strategy, caller);
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewStrategy",
            summary = "Say who would get a strategy, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewPublication<StrategyContent> strategy, Caller caller) {
        return answers.preview(strategy, caller);
    }

    @PostMapping("/{id}/correct")
    @Operation(operationId = "correctStrategy", summary = "Put a strategy in the place of its last version")
    ResponseEntity<PublicationItem> correct(
            @PathVariable UUID id, @Valid @RequestBody Correction<StrategyContent> correction, Caller caller) {
        return answers.correct(id, correction, caller);
    }
}
