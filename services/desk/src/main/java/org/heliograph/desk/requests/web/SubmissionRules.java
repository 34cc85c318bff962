package org.heliograph.desk.requests.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.heliograph.desk.envelope.HandlingRules;
import org.heliograph.desk.requests.Addressees;
import org.heliograph.desk.requests.web.DetailsOfKind.IdentityVerificationDetails;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.events.Distribution;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Tlp;
import org.heliograph.events.requests.KindRules;
import org.jspecify.annotations.Nullable;

/**
 * What a well-formed request must hold to besides. Who may get what is for the gate to say: whom a kind may be
 * addressed to, it says before; the rest comes back as a receipt.
 */
final class SubmissionRules {

    private final String party;
    private final Addressees addressees;
    private final Clock clock;

    SubmissionRules(String party, Addressees addressees, Clock clock) {
        this.party = party;
        this.addressees = addressees;
        this.clock = clock;
    }

    /** Whose desk this is. */
    String party() {
        return party;
    }

    List<FieldError> broken(NewRequest request) {
        List<FieldError> broken = new ArrayList<>();
        if (request.addressees().contains(party)) {
            broken.add(new FieldError("addressees", "a party does not ask itself"));
        }
        if (new HashSet<>(request.addressees()).size() < request.addressees().size()) {
            broken.add(new FieldError("addressees", "each party once"));
        }
        kind(request, broken);
        if (broken.isEmpty()) {
            addressees
                    .objection(request.kind(), request.addressees())
                    .map(objection -> error(request, objection))
                    .ifPresent(broken::add);
        }
        broken.addAll(
                HandlingRules.broken(Tlp.AMBER, request.handling(), new Distribution(request.addressees(), List.of())));
        @Nullable Instant dueAt = request.dueAt();
        if (dueAt != null && !dueAt.isAfter(clock.instant())) {
            broken.add(new FieldError("dueAt", "must be in the future"));
        }
        return broken;
    }

    private static FieldError error(NewRequest request, Addressees.Objection objection) {
        return switch (objection) {
            case Addressees.Objection.NotToBeAsked _ ->
                new FieldError("kind", "this party may not submit requests of " + request.kind());
            case Addressees.Objection.NotEligible(List<String> eligible) ->
                new FieldError(
                        "addressees",
                        "%s may be addressed to %s".formatted(request.kind(), String.join(", ", eligible)));
        };
    }

    private static void kind(NewRequest request, List<FieldError> broken) {
        RequestKind kind = request.kind();
        if (KindRules.isBehindProtectionFirewall(kind)) {
            broken.add(new FieldError("kind", "referrals travel between protection parties only (R7)"));
        }
        if (KindRules.needsSealing(kind)) {
            broken.add(new FieldError(
                    "kind",
                    "is about one person: that needs sealing, which is not there yet (R3). Nothing of it was stored"));
        }
        @Nullable RequestDetailsBody details = request.details();
        if (details == null) {
            return;
        }
        details.present().keySet().stream()
                .filter(other -> other != kind)
                .forEach(other -> broken.add(
                        new FieldError("details", "%s has no place in a request of %s".formatted(other, kind))));
        @Nullable IdentityVerificationDetails identity = details.identityNationalityVerification();
        if (identity != null && identity.details(List.of()).isBlocked()) {
            broken.add(new FieldError(
                    "details.identityNationalityVerification.asylumIndicated",
                    "nothing is asked of a State from which protection is sought (R9)"));
        }
    }
}
