package org.heliograph.iom.returns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.RequestState;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A return case is about one person, so until it can be sealed (R3) there are counts and nothing else. */
@RestController
@RequestMapping("/api/v1/return-cases")
@Tag(name = "Return cases", description = "Counts of return cases; the cases themselves need sealing (R3)")
class ReturnCasesController {

    private final JdbcClient jdbc;

    ReturnCasesController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Count(String requestingParty, RequestState state, int cases) {}

    record Counts(boolean sealing, List<Count> counts) {}

    @GetMapping
    @Operation(
            operationId = "countReturnCases",
            summary = "Count return cases by requesting party and state",
            description = "For use within IOM. No case is shown.")
    Counts counts() {
        return new Counts(
                false,
                jdbc.sql("""
                        select requesting_party, state, count(*) as cases from coop_request
                        where kind = 'RETURN_FACILITATION' and direction = 'IN'
                        group by 1, 2 order by 1, 2""")
                        .query((row, _) -> new Count(
                                row.getString("requesting_party"),
                                RequestState.valueOf(row.getString("state")),
                                row.getInt("cases")))
                        .list());
    }

    @PostMapping
    @Operation(
            operationId = "openReturnCase",
            summary = "Refused until there is sealing",
            description = "Always answers 422, whatever the body says; the body is not read.")
    Counts open() {
        throw new Rejection(Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "needs-sealing",
                "A return case needs sealing",
                "A return case holds consent and needs of one person, which may be kept and shared only sealed (R3,"
                        + " R9, R11), and there is no sealing yet. Nothing of it was read or stored. Do not put it into"
                        + " another kind of request"));
    }
}
