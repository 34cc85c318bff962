package org.heliograph.gate;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what would become of a dispatch. It takes the value of an outbox record without a signature and with any
 * number, judges it as one of the party whose token it is by the policy in force, and keeps and logs nothing of it.
 */
@RestController
class PreviewController {

    /** Beside the event: to whom, and to whom not. */
    private static final int REST_OF_A_DISPATCH = 48 * 1024;

    private static final String SOON = "1";

    private final CurrentPolicy policies;
    private final RecordJudge judge;
    private final InstantSource clock = InstantSource.system();
    private final PreviewPlaces places;
    private final int largest;

    PreviewController(CurrentPolicy policies, RecordJudge judge, GateProperties properties) {
        this.policies = policies;
        this.judge = judge;
        this.places = new PreviewPlaces(properties.previews());
        this.largest = Math.toIntExact(properties.largestEvent().toBytes()) + REST_OF_A_DISPATCH;
    }

    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Preview> preview(InputStream body, @AuthenticationPrincipal Jwt token) throws IOException {
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
            byte[] dispatch = body.readNBytes(largest + 1);
            return dispatch.length > largest
                    ? ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build()
                    : ResponseEntity.ok(preview(policy.get(), party, dispatch));
        }
    }

    private Preview preview(GatePolicy policy, String party, byte[] dispatch) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Preview.of(judge.preview(policy, party, at, dispatch), policy.version(), at);
    }
}
