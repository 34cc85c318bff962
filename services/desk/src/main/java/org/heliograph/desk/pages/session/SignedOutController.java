package org.heliograph.desk.pages.session;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class SignedOutController {

    @GetMapping(IdentityRegistration.SIGNED_OUT)
    String signedOut() {
        return "desk/signed-out";
    }

    /** Whoever types the address of the service is an officer. */
    @GetMapping("/")
    String start() {
        return "redirect:/desk";
    }
}
