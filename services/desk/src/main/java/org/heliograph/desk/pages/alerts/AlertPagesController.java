package org.heliograph.desk.pages.alerts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.desk.alerts.ReceivedAlert;
import org.heliograph.desk.alerts.RouteAlerts;
import org.heliograph.desk.pages.design.NoSuchPageException;
import org.heliograph.desk.pages.design.Shell;
import org.heliograph.desk.pages.design.StoredFacts;
import org.heliograph.desk.web.PartyId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class AlertPagesController {

    private static final int SIZE = 20;

    private static final Map<String, String> VOCABULARIES = Map.of(
            "alertKind", "alertkind",
            "severity", "severity",
            "certainty", "certainty",
            "urgency", "urgency",
            "modes", "mode",
            "msgType", "message",
            "tlp", "tlp");

    private final RouteAlerts alerts;

    AlertPagesController(RouteAlerts alerts) {
        this.alerts = alerts;
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
        List<ReceivedAlert> found = alerts.find(eventId, originator);
        if (found.isEmpty()) {
            throw new NoSuchPageException();
        }
        ReceivedAlert alert = found.getFirst();
        StoredFacts facts = new StoredFacts(alert.alert(), shell)
                .add(
                        "alert",
                        VOCABULARIES,
                        "routeId",
                        "alertKind",
                        "msgType",
                        "severity",
                        "certainty",
                        "urgency",
                        "validFrom",
                        "validTo",
                        "modes",
                        "originCountries",
                        "transitCountries",
                        "destinationCountries",
                        "recruitmentChannels",
                        "concealmentMethods",
                        "tlp");
        return new ModelAndView("desk/alert").addObject("received", alert).addObject("facts", facts.all());
    }
}
