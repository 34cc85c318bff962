package org.heliograph.desk.pages.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.desk.pages.design.PageProblem;
import org.heliograph.desk.security.IssuerKeys;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends who is not signed in to the identity provider, if it is there. */
final class SignInEntryPoint implements AuthenticationEntryPoint {

    private final IssuerKeys identity;

    SignInEntryPoint(IssuerKeys identity) {
        this.identity = identity;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            // A part of a page cannot be signed in; the whole page can.
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (identity.areInReach()) {
            response.sendRedirect(IdentityRegistration.SIGN_IN + "/" + IdentityRegistration.ID);
        } else {
            PageProblem.IDENTITY_AWAY.show(request, response);
        }
    }
}
