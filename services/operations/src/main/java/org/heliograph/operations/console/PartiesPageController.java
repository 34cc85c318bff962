package org.heliograph.operations.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.heliograph.operations.identity.IdentityProperties;
import org.heliograph.pages.session.OwnToken;
import org.heliograph.sharing.policy.Policy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who takes part, and what of it ends when. */
@Controller
final class PartiesPageController {

    private final Situation situation;
    private final IdentityProperties identity;
    private final Others others;
    private final OwnToken token;

    PartiesPageController(Situation situation, IdentityProperties identity, Others others, OwnToken token) {
        this.situation = situation;
        this.identity = identity;
        this.others = others;
        this.token = token;
    }

    @GetMapping("${heliograph.pages.path}/parties")
    String parties(HttpServletRequest request, Model model) {
        Optional<Policy> policy = situation.policy();
        model.addAttribute("policy", policy.orElse(null));
        model.addAttribute(
                "parties",
                policy.map(known -> List.copyOf(known.parties().values())).orElse(List.of()));
        model.addAttribute(
                "ends", policy.map(known -> Ends.of(known, clients(request))).orElse(null));
        return "console/parties";
    }

    private Others.Answer clients(HttpServletRequest request) {
        Optional<String> own = token.of(request);
        return own.isEmpty()
                ? new Others.Silent(Others.Silence.REFUSED)
                : others.ask(identity.url(), "/api/clients", own.get());
    }
}
