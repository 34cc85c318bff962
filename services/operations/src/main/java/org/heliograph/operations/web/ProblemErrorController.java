package org.heliograph.operations.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Problem details for what no controller expected: the status alone, since messages of exceptions quote data. */
@RestController
final class ProblemErrorController implements ErrorController {

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ProblemDetail error(HttpServletRequest request) {
        return ProblemDetail.forStatus(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? HttpStatus.valueOf(status)
                        : HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
