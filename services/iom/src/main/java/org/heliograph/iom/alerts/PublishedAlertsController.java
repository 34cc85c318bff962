package org.heliograph.iom.alerts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.alerts.RouteAlertView;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.HandlingRules;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/alerts/routes")
@Tag(name = "Published alerts", description = "Route alerts of IOM, with who holds a copy")
class PublishedAlertsController {

    private final PublishedAlerts alerts;
    private final Receipts receipts;

    PublishedAlertsController(PublishedAlerts alerts, Receipts receipts) {
        this.alerts = alerts;
        this.receipts = receipts;
    }

    /**
     * An alert as it was written.
     *
     * @param receipts answers of the gate; empty while it has not answered
     */
    record PublishedView(
            UUID eventId,
            Instant publishedAt,
            @Schema(implementation = RouteAlertView.class) JsonNode alert,
            List<GateAnswer> receipts) {}

    @PostMapping
    @Operation(operationId = "publishRouteAlert", summary = "Publish a route alert")
    ResponseEntity<PublishedView> publish(@Valid @RequestBody NewRouteAlert alert, Caller caller) {
        UUID eventId = alerts.publish(checked(alert), caller);
        return ResponseEntity.created(URI.create("/api/v1/alerts/routes/" + eventId))
                .body(AfterStoring.view(() -> read(eventId)));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewRouteAlert",
            summary = "Say who would get a route alert, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewRouteAlert alert, Caller caller) {
        return alerts.preview(checked(alert), caller);
    }

    @GetMapping
    @Operation(operationId = "listPublishedAlerts", summary = "List published route alerts, latest first")
    PageOf<PublishedView> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return alerts.list(page, size).map(this::view);
    }

    @GetMapping("/{eventId}")
    @Operation(operationId = "readPublishedAlert", summary = "Read a published route alert with its receipts")
    PublishedView read(@PathVariable UUID eventId) {
        return alerts.find(eventId).map(this::view).orElseThrow(() -> new Rejection(Problems.notFound()));
    }

    private PublishedView view(PublishedAlerts.Published published) {
        return new PublishedView(
                published.eventId(),
                published.publishedAt(),
                published.alert(),
                receipts.of(published.eventId()).stream().map(GateAnswer::of).toList());
    }

    private static NewRouteAlert checked(NewRouteAlert alert) {
        Rejection.ifAny(HandlingRules.broken(Tlp.GREEN, alert.handling(), alert.distribution()));
        return alert;
    }
}
