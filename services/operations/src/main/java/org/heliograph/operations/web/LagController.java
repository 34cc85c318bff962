package org.heliograph.operations.web;

import java.util.Optional;
import org.heliograph.operations.lag.LagReport;
import org.heliograph.operations.lag.LagWatch;
import org.heliograph.operations.lag.Walls;
import org.heliograph.operations.policy.AccessQuestions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far readers are behind: all of them for operators, its own for each party. */
@RestController
@RequestMapping("/api/lag")
class LagController {

    private final LagWatch watch;
    private final AccessQuestions access;

    LagController(LagWatch watch, AccessQuestions access) {
        this.watch = watch;
        this.access = access;
    }

    @GetMapping
    LagReport lag(@RequestParam(required = false) @Nullable String party) {
        LagReport seen = last().seenBy(Walls.of(Optional.of(access.policy())));
        return party == null ? seen : seen.of(party);
    }

    /** With the party's own token. */
    @GetMapping("/mine")
    LagReport mine(@AuthenticationPrincipal Jwt party) {
        return last().of(String.valueOf(party.getClaimAsString("party")));
    }

    private LagReport last() {
        return watch.last()
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.SERVICE_UNAVAILABLE, "No reader was looked at yet. Try again later."),
                        null));
    }
}
