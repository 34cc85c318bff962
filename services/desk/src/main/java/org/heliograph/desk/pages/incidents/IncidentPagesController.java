package org.heliograph.desk.pages.incidents;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.incidents.IncidentDirection;
import org.heliograph.desk.incidents.IncidentFilter;
import org.heliograph.desk.incidents.Incidents;
import org.heliograph.desk.pages.seen.SeenEvent;
import org.heliograph.desk.pages.seen.SeenEvents;
import org.heliograph.desk.pages.seen.SeenFacts;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.PartyId;
import org.heliograph.exchange.receipt.Receipts;
import org.heliograph.pages.design.NoSuchPageException;
import org.heliograph.pages.design.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class IncidentPagesController {

    private static final int SIZE = 20;

    private final Incidents incidents;
    private final SeenEvents events;
    private final Receipts receipts;

    IncidentPagesController(Incidents incidents, SeenEvents events, Receipts receipts) {
        this.incidents = incidents;
        this.events = events;
        this.receipts = receipts;
    }

    @GetMapping("/desk/incidents")
    ModelAndView list(
            @RequestParam(required = false) @Nullable IncidentDirection direction,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page) {
        IncidentFilter filter = new IncidentFilter(direction, null, null, null, null);
        return new ModelAndView("desk/incidents").addObject("found", incidents.list(filter, page, SIZE));
    }

    @GetMapping("/desk/incidents/{originator}/{eventId}")
    ModelAndView show(
            @PathVariable @Pattern(regexp = PartyId.PATTERN) String originator,
            @PathVariable UUID eventId,
            @RequestAttribute Shell shell) {
        SeenEvent seen = events.find(SeenEvents.INCIDENT, originator, eventId).orElseThrow(NoSuchPageException::new);
        return new ModelAndView("desk/incident")
                .addObject("seen", seen)
                .addObject("facts", SeenFacts.of(seen, shell))
                .addObject("handling", SeenFacts.handling(seen, shell))
                .addObject(
                        "answers",
                        seen.own()
                                ? receipts.of(eventId).stream()
                                        .map(GateAnswer::of)
                                        .toList()
                                : List.of());
    }
}
