package org.heliograph.pages.session;

import org.heliograph.pages.design.PagesProperties;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class SignedOutController {

    private final PagesProperties pages;

    SignedOutController(PagesProperties pages) {
        this.pages = pages;
    }

    @GetMapping("${heliograph.pages.path}" + IdentityRegistration.SIGNED_OUT)
    String signedOut() {
        return "pages/signed-out";
    }

    /** Whoever types the address of the service in a browser wants its pages. */
    @GetMapping("/")
    String start() {
        return "redirect:" + pages.path();
    }
}
