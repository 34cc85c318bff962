package org.heliograph.operations.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.heliograph.operations.redelivery.Redeliveries;
import org.heliograph.operations.redelivery.RedeliveryPlan;
import org.heliograph.operations.redelivery.RedeliveryProgress;
import org.heliograph.operations.redelivery.RedeliveryRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a party should have had, asked for again by an operator. */
@RestController
@RequestMapping("/api/redeliveries")
class RedeliveriesController {

    private static final int LONGEST_REASON = 500;

    private final ObjectProvider<Redeliveries> redeliveries;

    RedeliveriesController(ObjectProvider<Redeliveries> redeliveries) {
        this.redeliveries = redeliveries;
    }

    /**
     * What is asked for.
     *
     * @param from first instant, by the clock of the gate
     * @param to first instant after it
     * @param plan id of the plan that was seen
     * @param reason why, for the audit
     */
    record Wish(
            @Nullable String party,
            @Nullable String from,
            @Nullable String to,
            @Nullable String plan,
            @Nullable String reason) {

        RedeliveryRequest request() {
            String id = text("party", party, "the id of a party");
            Instant begin = instant("from", from);
            Instant end = instant("to", to);
            try {
                return new RedeliveryRequest(id, begin, end);
            } catch (IllegalArgumentException e) {
                throw new BadWishException(String.valueOf(e.getMessage()));
            }
        }

        private static Instant instant(String name, @Nullable String given) {
            String text = text(name, given, "an instant such as 2026-11-28T09:00:00Z");
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new BadWishException(
                        "%s: found '%s', expected an instant such as 2026-11-28T09:00:00Z".formatted(name, text));
            }
        }
    }

    @PostMapping("/plan")
    RedeliveryPlan plan(@RequestBody Wish wish) {
        return known().plan(wish.request());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RedeliveryProgress ask(@RequestBody Wish wish, @AuthenticationPrincipal Jwt operator) {
        String reason = text("reason", wish.reason(), "why it is delivered again");
        if (reason.length() > LONGEST_REASON) {
            throw new BadWishException(
                    "reason: found %d characters, expected at most %d".formatted(reason.length(), LONGEST_REASON));
        }
        return known().ask(
                        wish.request(),
                        text("plan", wish.plan(), "the id that /api/redeliveries/plan answered"),
                        reason,
                        String.valueOf(operator.getSubject()));
    }

    @GetMapping("/{command}")
    RedeliveryProgress progress(@PathVariable String command) {
        return known().progress(command);
    }

    private Redeliveries known() {
        Redeliveries known = redeliveries.getIfAvailable();
        if (known == null) {
            throw new ErrorResponseException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Operations has no secret of the auditor (heliograph.auditor.client-id and client-secret),"
                                    + " and so does not know what was released."),
                    null);
        }
        return known;
    }

    private static String text(String name, @Nullable String given, String expected) {
        if (given == null || given.isBlank()) {
            throw new BadWishException("%s: found nothing, expected %s".formatted(name, expected));
        }
        return given.strip();
    }
}
