package org.heliograph.pages.design;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * In which language a page speaks: the one that was switched to last, or else what the browser asks for. The REST layer
 * speaks English to everybody.
 */
final class Languages implements LocaleResolver {

    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.FRENCH);
    static final String PARAMETER = "lang";

    private static final String COOKIE = "heliograph-language";
    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final String NOW = Languages.class.getName();

    private final PagesProperties pages;

    Languages(PagesProperties pages) {
        this.pages = pages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (!pages.has(request.getRequestURI())) {
            return Locale.ENGLISH;
        }
        if (request.getAttribute(NOW) instanceof Locale switched) {
            return switched;
        }
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return spoken(cookie == null ? null : cookie.getValue()).orElseGet(() -> asked(request));
    }

    /** Remembers the language that the request switches to, if it does. */
    void follow(HttpServletRequest request, HttpServletResponse response) {
        spoken(request.getParameter(PARAMETER)).ifPresent(locale -> setLocale(request, response, locale));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (locale == null || response == null) {
            return;
        }
        request.setAttribute(NOW, locale);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, locale.getLanguage())
                        .path(pages.path())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(REMEMBERED)
                        .build()
                        .toString());
    }

    private static Optional<Locale> spoken(@Nullable String language) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Locale asked(HttpServletRequest request) {
        try {
            @Nullable String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            @Nullable Locale found = header == null ? null : Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
