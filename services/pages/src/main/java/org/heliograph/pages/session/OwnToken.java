package org.heliograph.pages.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * The access token behind the session of a request: what a page asks of another service, it asks in the name of whoever
 * is signed in, and with no more right. On the thread of the request.
 */
public final class OwnToken {

    private final OAuth2AuthorizedClientRepository clients;

    OwnToken(OAuth2AuthorizedClientRepository clients) {
        this.clients = clients;
    }

    /** Empty where nobody is signed in. */
    public Optional<String> of(HttpServletRequest request) {
        @Nullable Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null) {
            return Optional.empty();
        }
        @Nullable OAuth2AuthorizedClient client = clients.loadAuthorizedClient(IdentityRegistration.ID, login, request);
        return Optional.ofNullable(client).map(known -> known.getAccessToken().getTokenValue());
    }
}
