package org.heliograph.pages.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Whose session it was before. A token lasts some minutes; who signs in again goes on with the forms that are open, and
 * with the one that was sent meanwhile. To anybody else, nothing of the session before comes down: neither its forms
 * nor what somebody sent through it.
 */
final class LastOfficer implements SessionAuthenticationStrategy {

    private static final String NAME = LastOfficer.class.getName();

    private final CsrfTokenRepository csrfTokens;
    private final RequestCache waiting;

    LastOfficer(CsrfTokenRepository csrfTokens, RequestCache waiting) {
        this.csrfTokens = csrfTokens;
        this.waiting = waiting;
    }

    /** Whether somebody was signed in, in this session. */
    static boolean isKnown(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NAME) != null;
    }

    @Override
    public void onAuthentication(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(true);
        @Nullable Object last = session.getAttribute(NAME);
        if (!login.getName().equals(last)) {
            csrfTokens.saveToken(null, request, response);
            csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
            @Nullable SavedRequest sent = waiting.getRequest(request, response);
            if (sent != null && (last != null || !sent.getMethod().equals(HttpMethod.GET.name()))) {
                waiting.removeRequest(request, response);
            }
            session.setAttribute(NAME, login.getName());
        }
    }
}
