package org.heliograph.desk.pages.incidents;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.desk.incidents.IncidentDirection;
import org.heliograph.desk.incidents.IncidentFilter;
import org.heliograph.desk.incidents.Incidents;
import org.heliograph.desk.incidents.StoredIncident;
import org.heliograph.desk.pages.design.NoSuchPageException;
import org.heliograph.desk.pages.design.Shell;
import org.heliograph.desk.pages.design.StoredFacts;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.PartyId;
import org.heliograph.exchange.receipt.Receipts;
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

    private static final Map<String, String> VOCABULARIES =
            Map.of("type", "incidenttype", "conveyance", "conveyance", "tlp", "tlp");

    private final Incidents incidents;
    private final Receipts receipts;

    IncidentPagesController(Incidents incidents, Receipts receipts) {
        this.incidents = incidents;
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
        List<StoredIncident> found = incidents.find(eventId, originator);
        if (found.isEmpty()) {
            throw new NoSuchPageException();
        }
        StoredIncident stored = found.getFirst();
        StoredFacts facts = new StoredFacts(stored.incident(), shell)
                .add("incident", VOCABULARIES, "incidentId", "type", "occurredAt")
                .addAt("incident.place", "/place/name")
                .addAt("incident.persons", "/persons/total")
                .add(
                        "incident",
                        VOCABULARIES,
                        "conveyance",
                        "dead",
                        "missing",
                        "survivors",
                        "smugglersDetected",
                        "measuresTaken",
                        "tlp",
                        "handlingNote");
        boolean own = stored.direction() == IncidentDirection.OUT;
        return new ModelAndView("desk/incident")
                .addObject("stored", stored)
                .addObject("facts", facts.all())
                .addObject("own", own)
                .addObject(
                        "answers",
                        own ? receipts.of(eventId).stream().map(GateAnswer::of).toList() : List.of());
    }
}
