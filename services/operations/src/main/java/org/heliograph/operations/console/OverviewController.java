package org.heliograph.operations.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.heliograph.operations.lag.LagProperties;
import org.heliograph.operations.lag.Looks;
import org.heliograph.operations.lag.Walls;
import org.heliograph.pages.design.Shell;
import org.heliograph.pages.session.OwnToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** What is wrong now, and how much flows. */
@Controller
final class OverviewController {

    /** Troubles on the page; the worst come first. */
    private static final int MOST = 100;

    private final Situation situation;
    private final LetterOffices letters;
    private final OwnToken token;
    private final Duration stale;

    OverviewController(Situation situation, LetterOffices letters, OwnToken token, LagProperties looks) {
        this.situation = situation;
        this.letters = letters;
        this.token = token;
        // Three looks that did not come, and a minute for one that is slow.
        this.stale = looks.every().multipliedBy(3).plusMinutes(1);
    }

    @GetMapping("${heliograph.pages.path}")
    String overview(@RequestAttribute Shell shell, HttpServletRequest request, Model model) {
        Walls walls = Walls.of(situation.policy());
        List<Letters> waiting =
                token.of(request).map(own -> letters.all(own, walls, 1)).orElse(List.of());
        Looks looks = situation.looks();
        List<Trouble> troubles = Troubles.of(situation, walls, waiting, shell, stale);
        model.addAttribute("troubles", troubles.stream().limit(MOST).toList());
        model.addAttribute("more", Math.max(0, troubles.size() - MOST));
        model.addAttribute("flows", FlowLine.of(looks, walls));
        model.addAttribute("now", looks.span(FlowLine.FEW).toSeconds());
        model.addAttribute("before", looks.span(Looks.MOST).toMinutes());
        model.addAttribute("policy", situation.applied().orElse(null));
        return "console/overview";
    }
}
