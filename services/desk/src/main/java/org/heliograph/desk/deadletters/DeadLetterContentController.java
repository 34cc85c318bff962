package org.heliograph.desk.deadletters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.exchange.inbox.DeadLetterOffice;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the party whose letters these are, and nobody else. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Dead letters")
final class DeadLetterContentController {

    private final DeadLetterOffice office;

    DeadLetterContentController(DeadLetterOffice office) {
        this.office = office;
    }

    @GetMapping(path = "/{id}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            operationId = "readDeadLetterContent",
            summary = "The record's value as it arrived",
            description = "Bytes that may make no sense. 404 too where the originator has taken the copy back.")
    byte[] content(@PathVariable long id) {
        return office.content(id).orElseThrow(() -> new Rejection(Problems.notFound()));
    }
}
