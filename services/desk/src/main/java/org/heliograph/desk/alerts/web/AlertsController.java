package org.heliograph.desk.alerts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.heliograph.desk.alerts.ReceivedAlert;
import org.heliograph.desk.alerts.RouteAlertView;
import org.heliograph.desk.alerts.RouteAlerts;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/alerts/routes/received")
@Tag(name = "Received alerts", description = "Route alerts that other parties released to this one")
final class AlertsController {

    private final RouteAlerts alerts;

    AlertsController(RouteAlerts alerts) {
        this.alerts = alerts;
    }

    record Received(
            Instant receivedAt,
            @Schema(implementation = RouteAlertView.class) JsonNode alert) {
        static Received of(ReceivedAlert received) {
            return new Received(received.receivedAt(), received.alert());
        }
    }

    @GetMapping
    @Operation(operationId = "listReceivedAlerts", summary = "List received route alerts, latest first")
    PageOf<Received> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return alerts.list(page, size).map(Received::of);
    }

    @GetMapping("/{eventId}")
    @Operation(operationId = "readReceivedAlert", summary = "Read a received route alert")
    Received read(
            @PathVariable UUID eventId,
            @Parameter(description = "The party that sent it; needed only where two parties used one id")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator) {
        return Received.of(Problems.onlyOf(alerts.find(eventId, originator)));
    }
}
