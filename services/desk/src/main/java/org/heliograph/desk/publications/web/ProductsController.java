package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.publications.NewPublication;
import org.heliograph.desk.publications.ProductContent;
import org.heliograph.desk.receipts.GateAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(PublicationAnswers.PATH + "/products")
@Tag(name = "Knowledge products", description = "Studies, papers, tools, trainings and datasets of this party")
final class ProductsController {

    private final PublicationAnswers answers;

    ProductsController(PublicationAnswers answers) {
        this.answers = answers;
    }

    @PostMapping
    @Operation(operationId = "publishProduct", summary = "Publish a knowledge product")
    ResponseEntity<PublicationItem> publish(@Valid @RequestBody NewPublication<ProductContent> product, Caller caller) {
        return answers.publish(product, caller);
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewProduct",
            summary = "Say who would get a knowledge product, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewPublication<ProductContent> product, Caller caller) {
        return answers.preview(product, caller);
    }

    @PostMapping("/{id}/correct")
    @Operation(operationId = "correctProduct", summary = "Put a knowledge product in the place of its last version")
    ResponseEntity<PublicationItem> correct(
            @PathVariable UUID id, @Valid @RequestBody Correction<ProductContent> correction, Caller caller) {
        return answers.correct(id, correction, caller);
    }
}
