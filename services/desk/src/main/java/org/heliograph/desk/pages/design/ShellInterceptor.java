package org.heliograph.desk.pages.design;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lays the shell of a page beside its model; before its controller, so that pages about failures have it too. */
final class ShellInterceptor implements HandlerInterceptor {

    private final Languages languages;
    private final MessageSource messages;
    private final String party;
    private final ZoneId zone;
    private final Clock clock;

    ShellInterceptor(Languages languages, MessageSource messages, String party, ZoneId zone, Clock clock) {
        this.languages = languages;
        this.messages = messages;
        this.party = party;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        languages.follow(request, response);
        Locale locale = languages.resolveLocale(request);
        request.setAttribute(
                "shell",
                new Shell(
                        new Words(messages, locale),
                        locale,
                        party,
                        officer(),
                        request.getRequestURI(),
                        zone,
                        clock.instant()));
        return true;
    }

    private static @Nullable String officer() {
        @Nullable Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getPrincipal() instanceof OidcUser user ? user.getName() : null;
    }
}
