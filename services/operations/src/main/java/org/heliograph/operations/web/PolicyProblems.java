package org.heliograph.operations.web;

import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.operations.policy.PlanRefusedException;
import org.heliograph.operations.policy.PolicyNotReadyException;
import org.heliograph.operations.policy.UnknownVersionException;
import org.heliograph.operations.redelivery.RedeliveryRefusedException;
import org.heliograph.operations.redelivery.UnknownRedeliveryException;
import org.heliograph.operations.registry.RegistryDiffersException;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What stands in the way, for the operator who asked (RFC 9457). */
@RestControllerAdvice
final class PolicyProblems {

    @ExceptionHandler
    ProblemDetail invalid(InvalidPolicyException errors) {
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "The policy has errors; nothing of it is applied.");
        problem.setProperty("errors", errors.errors());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail bad(BadWishException bad) {
        return problem(HttpStatus.BAD_REQUEST, String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownRedeliveryException unknown) {
        return problem(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownVersionException unknown) {
        return problem(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
    }

    @ExceptionHandler({
        PlanRefusedException.class,
        CannotApplyException.class,
        RegistryDiffersException.class,
        RedeliveryRefusedException.class
    })
    ProblemDetail refused(RuntimeException refusal) {
        return problem(HttpStatus.CONFLICT, String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notReady(PolicyNotReadyException notReady) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(notReady.getMessage()));
    }

    @ExceptionHandler({
        KafkaException.class,
        IOException.class,
        TokenUnavailableException.class,
        RegistryUnavailableException.class
    })
    ProblemDetail away(Exception away) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Broker, registry or identity do not answer: %s. The same call may be made again."
                        .formatted(away.getMessage()));
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
