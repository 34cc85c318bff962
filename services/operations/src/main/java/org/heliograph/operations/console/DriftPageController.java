package org.heliograph.operations.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.operations.cluster.DriftItem;
import org.heliograph.operations.policy.Drift;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the cluster differs from the policy. */
@Controller
final class DriftPageController {

    private final Situation situation;

    DriftPageController(Situation situation) {
        this.situation = situation;
    }

    record Line(DriftItem.Kind kind, String what, Instant since, boolean ownRight) {}

    @GetMapping("${heliograph.pages.path}/drift")
    String drift(Model model) {
        Optional<Drift> drift = situation.drift();
        Map<DriftItem, Instant> since = situation.driftSince();
        model.addAttribute("drift", drift.orElse(null));
        model.addAttribute(
                "lines",
                drift.map(last -> last.items().stream()
                                .map(item -> new Line(
                                        item.kind(),
                                        item.what(),
                                        since.getOrDefault(item, last.at()),
                                        last.ownRights().contains(item.what())))
                                .toList())
                        .orElse(List.of()));
        model.addAttribute("gatesBehind", situation.gatesBehind());
        return "console/drift";
    }
}
