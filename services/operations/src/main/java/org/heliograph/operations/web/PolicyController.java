package org.heliograph.operations.web;

import org.heliograph.operations.policy.AppliedPolicy;
import org.heliograph.operations.policy.PolicyApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PolicyController {

    private final PolicyApplication application;

    PolicyController(PolicyApplication application) {
        this.application = application;
    }

    @GetMapping("/api/policy")
    AppliedPolicy policy() {
        return application.applied().orElseThrow(PolicyController::notYet);
    }

    private static ErrorResponseException notYet() {
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, "No policy is applied yet. Try again later."), null);
    }
}
