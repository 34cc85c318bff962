package org.heliograph.pages.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.heliograph.pages.design.PageProblem;
import org.heliograph.pages.design.PagesProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a session count only while its access token would: its officer is not disabled, the party not suspended, and the
 * token has not ended. Who still may come is signed in again by the identity provider without being asked.
 */
final class StandingOfficers extends OncePerRequestFilter {

    private final PagesProperties pages;
    private final JwtDecoder tokens;
    private final OAuth2AuthorizedClientRepository clients;
    private final SecurityContextRepository contexts;

    StandingOfficers(
            PagesProperties pages,
            JwtDecoder tokens,
            OAuth2AuthorizedClientRepository clients,
            SecurityContextRepository contexts) {
        this.pages = pages;
        this.tokens = tokens;
        this.clients = clients;
        this.contexts = contexts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(pages.path() + "/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login instanceof OAuth2AuthenticationToken) {
            try {
                tokens.decode(token(login, request));
            } catch (BadJwtException ended) {
                end(login, request, response);
            } catch (JwtException away) {
                PageProblem.IDENTITY_AWAY.show(pages, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private String token(Authentication login, HttpServletRequest request) {
        @Nullable OAuth2AuthorizedClient client = clients.loadAuthorizedClient(IdentityRegistration.ID, login, request);
        return client == null ? "" : client.getAccessToken().getTokenValue();
    }

    private void end(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        clients.removeAuthorizedClient(IdentityRegistration.ID, login, request, response);
        SecurityContext nobody = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(nobody);
        contexts.saveContext(nobody, request, response);
    }
}
