package org.heliograph.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/** Tells who knows the password why it does not help now; Spring's own login page says the same of every refusal. */
final class StandingPage implements AuthenticationFailureHandler {

    private final AuthenticationFailureHandler otherwise = new SimpleUrlAuthenticationFailureHandler("/login?error");

    private StandingPage() {}

    /** Set on the filter itself: a handler in the configuration would switch Spring's page for errors off. */
    static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> whereRefused() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(new StandingPage());
                return filter;
            }
        };
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (!(refusal instanceof AccountStatusException)) {
            otherwise.onAuthenticationFailure(request, response, refusal);
            return;
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write("""
                        <!DOCTYPE html>
                        <html lang="en">
                          <head><meta charset="utf-8"><title>Not now</title></head>
                          <body><h1>You cannot sign in now</h1><p>%s</p></body>
                        </html>
                        """.formatted(refusal.getMessage()));
    }
}
