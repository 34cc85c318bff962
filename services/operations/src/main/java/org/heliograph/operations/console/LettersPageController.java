package org.heliograph.operations.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.heliograph.operations.lag.Walls;
import org.heliograph.pages.session.OwnToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What services could not apply, without content. */
@Controller
final class LettersPageController {

    private static final int MOST = 100;

    private final Situation situation;
    private final LetterOffices offices;
    private final OwnToken token;

    LettersPageController(Situation situation, LetterOffices offices, OwnToken token) {
        this.situation = situation;
        this.offices = offices;
        this.token = token;
    }

    @GetMapping("${heliograph.pages.path}/letters")
    String letters(HttpServletRequest request, Model model) {
        model.addAttribute(
                "all",
                token.of(request)
                        .map(own -> offices.all(own, Walls.of(situation.policy()), MOST))
                        .orElse(List.of()));
        return "console/letters";
    }
}
