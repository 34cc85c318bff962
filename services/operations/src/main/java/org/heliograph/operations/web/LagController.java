package org.heliograph.operations.web;

import org.heliograph.operations.lag.LagReport;
import org.heliograph.operations.lag.LagWatch;
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

    LagController(LagWatch watch) {
        this.watch = watch;
    }

    @GetMapping
    LagReport lag(@RequestParam(required = false) @Nullable String party) {
        return party == null ? last() : last().of(party);
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
