package org.heliograph.gate;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.heliograph.sharing.policy.EventPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the party whose token it is whom it may name, by the policy in force. */
@RestController
class EligibleController {

    private static final String SOON = "1";

    private final CurrentPolicy policies;
    private final InstantSource clock = InstantSource.system();
    private final PreviewPlaces places;

    EligibleController(CurrentPolicy policies, GateProperties properties) {
        this.policies = policies;
        this.places = new PreviewPlaces(properties.previews());
    }

    @GetMapping("/eligible")
    ResponseEntity<Eligible> eligible(@RequestParam String event, @AuthenticationPrincipal Jwt token) {
        @Nullable String party = token.getClaimAsString("party");
        if (party == null) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        Optional<GatePolicy> policy = policies.get();
        Optional<PreviewPlaces.Place> found = policy.isEmpty() ? Optional.empty() : places.take(party);
        if (found.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, SOON)
                    .build();
        }
        try (PreviewPlaces.Place _ = found.get()) {
            return policy.get()
                    .policy()
                    .event(event)
                    .map(known -> ResponseEntity.ok(eligible(policy.get(), known, party)))
                    .orElseGet(() -> ResponseEntity.notFound().build());
        }
    }

    private Eligible eligible(GatePolicy policy, EventPolicy event, String party) {
        return Eligible.of(
                policy.policy(), policy.version(), event, party, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
