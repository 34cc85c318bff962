package org.heliograph.pages.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.pages.design.PageProblem;
import org.heliograph.pages.design.PagesProperties;
import org.heliograph.pages.tokens.IssuerKeys;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends who is not signed in to the identity provider, if it is there. */
final class SignInEntryPoint implements AuthenticationEntryPoint {

    private final PagesProperties pages;
    private final IssuerKeys identity;

    SignInEntryPoint(PagesProperties pages, IssuerKeys identity) {
        this.pages = pages;
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
            response.sendRedirect(pages.path() + IdentityRegistration.SIGN_IN + "/" + IdentityRegistration.ID);
        } else {
            PageProblem.IDENTITY_AWAY.show(pages, request, response);
        }
    }
}
