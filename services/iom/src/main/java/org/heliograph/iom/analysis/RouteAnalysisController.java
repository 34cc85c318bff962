package org.heliograph.iom.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/analysis/routes")
@Tag(name = "Route analysis", description = "What alerts and incidents tell of routes, by month")
class RouteAnalysisController {

    private static final int MOST_MONTHS = 120;

    private final RouteAnalysis analysis;
    private final Clock clock;

    RouteAnalysisController(RouteAnalysis analysis, Clock clock) {
        this.analysis = analysis;
        this.clock = clock;
    }

    record Internal(Status status, YearMonth from, YearMonth to, List<RouteMonth> months) {}

    record Publishable(Status status, YearMonth from, YearMonth to, List<ToldMonth> months) {}

    @GetMapping
    @Operation(
            operationId = "analyseRoutes",
            summary = "Count what this party knows of each route and month",
            description = "For use within IOM: it counts what others shared for named recipients only, and few"
                    + " persons, too.")
    Internal internal(
            @Schema(type = "string", example = "2026-01")
                    @Parameter(description = "First month; eleven months before the last one without")
                    @RequestParam(required = false)
                    @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable
                    YearMonth from,
            @Schema(type = "string", example = "2026-12")
                    @Parameter(description = "Last month; the present one without")
                    @RequestParam(required = false)
                    @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable
                    YearMonth to,
            @RequestParam(defaultValue = "ACTUAL") Status status) {
        Span span = span(from, to);
        return new Internal(status, span.from(), span.to(), analysis.months(span.from(), span.to(), status, false));
    }

    @GetMapping("/publishable")
    @Operation(
            operationId = "analysePublishableRoutes",
            summary = "Say what of it may be published (R13)",
            description = "Of what this party itself reported alone, since figures of what others reported are theirs"
                    + " to publish. At least 11 persons, of months that have been over for 30 days, and none from which"
                    + " a smaller one could be worked out. Nothing is published by this.")
    Publishable publishable(
            @Schema(type = "string", example = "2026-01")
                    @RequestParam(required = false)
                    @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable
                    YearMonth from,
            @Schema(type = "string", example = "2026-12")
                    @RequestParam(required = false)
                    @DateTimeFormat(pattern = "yyyy-MM")
                    @Nullable
                    YearMonth to,
            @RequestParam(defaultValue = "ACTUAL") Status status) {
        Span span = span(from, to);
        return new Publishable(
                status,
                span.from(),
                span.to(),
                RouteDisclosure.tell(analysis.months(span.from(), span.to(), status, true), LocalDate.now(clock)));
    }

    private record Span(YearMonth from, YearMonth to) {}

    private Span span(@Nullable YearMonth from, @Nullable YearMonth to) {
        YearMonth last = Objects.requireNonNullElseGet(to, () -> YearMonth.now(clock));
        YearMonth first = Objects.requireNonNullElseGet(from, () -> last.minusMonths(11));
        long months = ChronoUnit.MONTHS.between(first, last);
        if (months < 0 || months >= MOST_MONTHS) {
            throw new Rejection(Problems.fields(
                    HttpStatus.BAD_REQUEST,
                    List.of(new FieldError(
                            "from", "a month not after to, and at most " + MOST_MONTHS + " months in all"))));
        }
        return new Span(first, last);
    }
}
