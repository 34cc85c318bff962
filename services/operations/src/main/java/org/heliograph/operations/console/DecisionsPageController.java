package org.heliograph.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.heliograph.pages.design.Shell;
import org.heliograph.sharing.Rule;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What the gate decided, in numbers. */
@Controller
final class DecisionsPageController {

    private static final Map<String, String> RULES =
            Arrays.stream(Rule.values()).collect(Collectors.toUnmodifiableMap(Rule::id, Rule::text));

    private final GateWatch gate;

    DecisionsPageController(GateWatch gate) {
        this.gate = gate;
    }

    /** @param text what the rule demands; empty if no rule refused */
    record Line(String outcome, String rule, String text, long hour, long day) {}

    @GetMapping("${heliograph.pages.path}/decisions")
    String decisions(@RequestAttribute Shell shell, Model model) {
        Instant now = shell.now();
        SortedMap<GateFigures.Ending, Long> hour = gate.figures().since(now.minus(Duration.ofHours(1)));
        List<Line> lines = gate.figures().since(now.minus(GateFigures.LONGEST)).entrySet().stream()
                .map(day -> line(day, ending -> hour.getOrDefault(ending, 0L)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("since", gate.figures().since());
        model.addAttribute("silence", gate.silence().orElse(null));
        return "console/decisions";
    }

    private static Line line(Map.Entry<GateFigures.Ending, Long> day, ToLongFunction<GateFigures.Ending> hour) {
        GateFigures.Ending ending = day.getKey();
        return new Line(
                ending.outcome(),
                ending.rule(),
                RULES.getOrDefault(ending.rule(), ""),
                hour.applyAsLong(ending),
                day.getValue());
    }
}
