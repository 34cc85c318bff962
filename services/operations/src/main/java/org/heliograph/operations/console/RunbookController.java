package org.heliograph.operations.console;

import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.pages.design.Asset;
import org.heliograph.pages.design.NoSuchPageException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What to do, as the documents of the project say it. */
@Controller
final class RunbookController {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    @GetMapping("${heliograph.pages.path}/runbooks/{name}")
    String runbook(@PathVariable String name, Model model) {
        model.addAttribute("runbook", find(name).orElseThrow(NoSuchPageException::new));
        return "console/runbook";
    }

    static Optional<Runbook> find(String name) {
        String path = "runbooks/" + name + ".md";
        return NAME.matcher(name).matches() && new ClassPathResource(path).exists()
                ? Optional.of(Runbook.of(Asset.text(path)))
                : Optional.empty();
    }
}
