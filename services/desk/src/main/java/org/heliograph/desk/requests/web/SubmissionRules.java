package org.heliograph.desk.requests.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.heliograph.cooperation.KindRules;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What a well-formed request must hold to besides. Who may get what is for the gate to say, and comes back as a
 * receipt.
 */
final class SubmissionRules {

    private final String party;
    private final Clock clock;

    SubmissionRules(String party, Clock clock) {
        this.party = party;
        this.clock = clock;
    }

    List<FieldError> broken(NewRequest request) {
        List<FieldError> broken = new ArrayList<>();
        if (request.addressees().contains(party)) {
            broken.add(new FieldError("addressees", "a party does not ask itself"));
        }
        if (new HashSet<>(request.addressees()).size() < request.addressees().size()) {
            broken.add(new FieldError("addressees", "each party once"));
        }
        if (KindRules.isBehindProtectionFirewall(request.kind())) {
            broken.add(new FieldError("kind", "referrals travel between protection parties only (R7)"));
        }
        if (request.tlp() == Tlp.RED) {
            broken.add(new FieldError("tlp", "RED needs sealing, which is not there yet (R3)"));
        }
        @Nullable List<HandlingCode> codes = request.handlingCodes();
        if (codes != null && codes.contains(HandlingCode.H3) && request.handlingNote() == null) {
            broken.add(new FieldError("handlingNote", "required with H3"));
        }
        if (codes != null && new HashSet<>(codes).size() < codes.size()) {
            broken.add(new FieldError("handlingCodes", "each code once"));
        }
        @Nullable Instant dueAt = request.dueAt();
        if (dueAt != null && !dueAt.isAfter(clock.instant())) {
            broken.add(new FieldError("dueAt", "must be in the future"));
        }
        return broken;
    }
}
