package org.heliograph.operations.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.operations.plan.PartyAccess;
import org.heliograph.operations.plan.Plan;
import org.heliograph.operations.policy.AccessExplanation;
import org.heliograph.operations.policy.AccessMatrix;
import org.heliograph.operations.policy.AccessQuestions;
import org.heliograph.operations.policy.AppliedPolicy;
import org.heliograph.operations.policy.Drift;
import org.heliograph.operations.policy.DriftWatch;
import org.heliograph.operations.policy.FirewallProof;
import org.heliograph.operations.policy.KeyInForce;
import org.heliograph.operations.policy.PolicyApplication;
import org.heliograph.operations.policy.PolicyChange;
import org.heliograph.operations.policy.PolicyNotReadyException;
import org.heliograph.operations.policy.PolicyOutcome;
import org.heliograph.operations.policy.PolicyPlans;
import org.heliograph.operations.policy.PolicyRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The policy, for operators; and for each party that one part of its history which concerns it. */
@RestController
@RequestMapping("/api/policy")
class PolicyController {

    private final PolicyApplication application;
    private final PolicyPlans plans;
    private final DriftWatch drift;
    private final AccessQuestions questions;

    PolicyController(PolicyApplication application, PolicyPlans plans, DriftWatch drift, AccessQuestions questions) {
        this.application = application;
        this.plans = plans;
        this.drift = drift;
        this.questions = questions;
    }

    /** @param plan id of the plan that was seen; unless given, whatever the plan is now */
    record Wish(
            @Nullable Map<String, String> files,
            @Nullable String rollbackTo,
            @Nullable String plan,
            @Nullable String reason) {

        PolicyRequest request() {
            if (files != null && rollbackTo != null) {
                throw new BadWishException("found files and rollbackTo, expected one of them or neither");
            }
            return new PolicyRequest(files, rollbackTo);
        }
    }

    /** @param access what the change gives to the party that asks, and takes from it */
    record PartyNotice(String version, Instant at, List<PartyAccess> access) {}

    @GetMapping
    AppliedPolicy policy() {
        return application
                .applied()
                .orElseThrow(() -> new PolicyNotReadyException("No policy is applied yet. Try again later."));
    }

    @PostMapping("/plan")
    Plan plan(@RequestBody Wish wish) throws IOException {
        return plans.plan(wish.request());
    }

    @PostMapping("/apply")
    PolicyOutcome apply(@RequestBody Wish wish, @AuthenticationPrincipal Jwt operator) throws IOException {
        return plans.apply(wish.request(), wish.plan(), reason(wish.reason()), name(operator));
    }

    record Approval(@Nullable String reason) {}

    @PostMapping("/plans/{id}/approval")
    PolicyOutcome approve(
            @PathVariable String id, @RequestBody Approval approval, @AuthenticationPrincipal Jwt operator)
            throws IOException {
        return plans.approve(id, reason(approval.reason()), name(operator));
    }

    @GetMapping("/changes")
    List<PolicyChange> changes() {
        return plans.history();
    }

    /** With the party's own token: what came into force and concerns it. Who decided, and others' access, stay out. */
    @GetMapping("/changes/mine")
    List<PartyNotice> mine(@AuthenticationPrincipal Jwt party) {
        String id = String.valueOf(party.getClaimAsString("party"));
        return plans.history().stream()
                .filter(change -> change.state() == PolicyChange.State.APPLIED)
                .filter(change -> !change.accessOf(id).isEmpty())
                .map(change -> new PartyNotice(change.version(), change.at(), change.accessOf(id)))
                .toList();
    }

    @GetMapping("/drift")
    Drift drift() throws IOException {
        return drift.look();
    }

    @GetMapping("/matrix")
    AccessMatrix matrix() {
        return questions.matrix();
    }

    @GetMapping("/proof")
    FirewallProof proof() {
        return questions.proof();
    }

    @GetMapping("/keys")
    List<KeyInForce> keys(@RequestParam String party) {
        return questions.keys(party);
    }

    @GetMapping("/explanation")
    AccessExplanation explanation(@RequestParam String party, @RequestParam String event) {
        return questions.explain(party, event);
    }

    private static String name(Jwt operator) {
        return String.valueOf(operator.getSubject());
    }

    private static String reason(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new BadWishException("reason: found nothing, expected why the policy changes");
        }
        return given.strip();
    }
}
