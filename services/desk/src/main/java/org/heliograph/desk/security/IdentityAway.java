package org.heliograph.desk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.desk.web.ProblemWriter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a token that cannot be judged, because the identity provider's keys are out of reach, from one that is wrong.
 */
final class IdentityAway extends OncePerRequestFilter {

    private final ProblemWriter problems;

    IdentityAway(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException exception) {
            problems.writeUnavailable(response, "The identity provider");
        }
    }
}
