package org.heliograph.desk.receipts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import org.heliograph.desk.receipts.CopyNotice;
import org.heliograph.desk.receipts.CopyNotices;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/returned-copies")
@Tag(
        name = "Returned copies",
        description = "Own events that a recipient could not apply and gave back: to be sent anew, corrected")
final class ReturnedCopiesController {

    private final CopyNotices notices;

    ReturnedCopiesController(CopyNotices notices) {
        this.notices = notices;
    }

    @GetMapping
    @Operation(operationId = "listReturnedCopies", summary = "List returned copies that nobody settled, oldest first")
    PageOf<CopyNotice> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return notices.open(page, size);
    }

    @PostMapping("/{number}/done")
    @Operation(
            operationId = "settleReturnedCopy",
            summary = "Say that a returned copy is dealt with",
            description = "Such as by sending the event anew. It may be said again, and changes nothing then.")
    CopyNotice done(@PathVariable long number, Principal who) {
        return notices.done(number, who.getName()).orElseThrow(() -> new Rejection(Problems.notFound()));
    }
}
