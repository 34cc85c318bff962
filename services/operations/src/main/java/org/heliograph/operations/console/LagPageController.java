package org.heliograph.operations.console;

import java.util.List;
import org.heliograph.operations.lag.LagRow;
import org.heliograph.operations.lag.LagState;
import org.heliograph.operations.lag.Looks;
import org.heliograph.operations.lag.Walls;
import org.heliograph.pages.design.NoSuchPageException;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far readers are behind. */
@Controller
final class LagPageController {

    /** Lines of one page; the worst come first. */
    private static final int MOST = 500;

    private final Situation situation;

    LagPageController(Situation situation) {
        this.situation = situation;
    }

    @GetMapping("${heliograph.pages.path}/lag")
    String lag(
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable LagState state,
            Model model) {
        List<LagRow> found = rows().stream()
                .filter(row -> party == null || party.isBlank() || party.equals(row.party()))
                .filter(row -> state == null || state == row.state())
                .toList();
        model.addAttribute("lines", found.stream().limit(MOST).toList());
        model.addAttribute("more", Math.max(0, found.size() - MOST));
        model.addAttribute("report", situation.lag().orElse(null));
        model.addAttribute(
                "parties",
                situation.policy().map(Policy::parties).stream()
                        .flatMap(parties -> parties.keySet().stream())
                        .toList());
        model.addAttribute("states", List.of(LagState.values()));
        model.addAttribute("party", party);
        model.addAttribute("state", state);
        return "console/lag";
    }

    @GetMapping("${heliograph.pages.path}/lag/group")
    String group(@RequestParam String group, @RequestParam String topic, Model model) {
        LagRow line = rows().stream()
                .filter(each -> each.group().equals(group) && each.topic().equals(topic))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
        List<Looks.Seen> seen =
                line.withheld() ? List.of() : situation.looks().of(group, topic).reversed();
        model.addAttribute("line", line);
        model.addAttribute("seen", seen);
        return "console/group";
    }

    private List<LagRow> rows() {
        return situation
                .lag()
                .map(report -> report.seenBy(Walls.of(situation.policy())).rows())
                .orElse(List.of());
    }
}
