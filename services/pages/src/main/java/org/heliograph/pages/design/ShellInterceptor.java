package org.heliograph.pages.design;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
    private final PagesProperties pages;
    private final Clock clock;

    ShellInterceptor(Languages languages, MessageSource messages, PagesProperties pages, Clock clock) {
        this.languages = languages;
        this.messages = messages;
        this.pages = pages;
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
                        pages,
                        officer(),
                        request.getRequestURI(),
                        clock.instant()));
        return true;
    }

    private static @Nullable String officer() {
        @Nullable Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getPrincipal() instanceof OidcUser user ? user.getName() : null;
    }
}
