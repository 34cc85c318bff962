package org.heliograph.pages.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.pages.design.PageProblem;
import org.heliograph.pages.design.PagesProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.ResourceAccessException;

/** Says why somebody is not signed in. */
final class RefusedSignIn implements AuthenticationFailureHandler {

    private final PagesProperties pages;

    RefusedSignIn(PagesProperties pages) {
        this.pages = pages;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        problem(refusal).show(pages, request, response);
    }

    private static PageProblem problem(AuthenticationException refusal) {
        for (@Nullable Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException
                    || (cause instanceof JwtException && !(cause instanceof BadJwtException))) {
                return PageProblem.IDENTITY_AWAY;
            }
        }
        return refusal instanceof OAuth2AuthenticationException oauth
                        && oauth.getError().getErrorCode().equals(Officers.NOT_YOURS)
                ? PageProblem.NOT_YOURS
                : PageProblem.SIGN_IN_FAILED;
    }
}
