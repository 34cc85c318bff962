package org.heliograph.desk.pages.alerts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.heliograph.desk.alerts.ReceivedAlert;
import org.heliograph.desk.alerts.RouteAlerts;
import org.heliograph.desk.pages.seen.SeenEvent;
import org.heliograph.desk.pages.seen.SeenEvents;
import org.heliograph.desk.pages.seen.SeenFacts;
import org.heliograph.desk.web.PartyId;
import org.heliograph.pages.design.NoSuchPageException;
import org.heliograph.pages.design.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class AlertPagesController {

    private static final int SIZE = 20;

    private final RouteAlerts alerts;
    private final SeenEvents events;

    AlertPagesController(RouteAlerts alerts, SeenEvents events) {
        this.alerts = alerts;
        this.events = events;
    }

    @GetMapping("/desk/alerts")
    ModelAndView list(@RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page) {
        return new ModelAndView("desk/alerts").addObject("found", alerts.list(page, SIZE));
    }

    @GetMapping("/desk/alerts/{originator}/{eventId}")
    ModelAndView show(
            @PathVariable @Pattern(regexp = PartyId.PATTERN) String originator,
            @PathVariable UUID eventId,
            @RequestAttribute Shell shell) {
        ReceivedAlert received =
                alerts.find(eventId, originator).stream().findFirst().orElseThrow(NoSuchPageException::new);
        SeenEvent seen = events.find(SeenEvents.ALERT, originator, eventId).orElseThrow(NoSuchPageException::new);
        return new ModelAndView("desk/alert")
                .addObject("receivedAt", received.receivedAt())
                .addObject("seen", seen)
                .addObject("facts", SeenFacts.of(seen, shell))
                .addObject("handling", SeenFacts.handling(seen, shell));
    }
}
