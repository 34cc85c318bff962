package org.heliograph.operations.web;

import org.heliograph.operations.policy.AccessQuestions;
import org.heliograph.sharing.policy.KeySets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** To each party, with its own token, the public keys of those whose events can reach it. */
@RestController
class KeysController {

    private final AccessQuestions questions;

    KeysController(AccessQuestions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/keys/mine")
    KeySets mine(@AuthenticationPrincipal Jwt party) {
        return KeySets.neededBy(questions.policy(), String.valueOf(party.getClaimAsString("party")));
    }
}
