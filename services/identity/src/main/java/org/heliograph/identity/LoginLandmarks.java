package org.heliograph.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives Spring's own login page what a screen reader goes by: a main part and a heading of the first level. A page that
 * is not as expected stays as it is.
 */
final class LoginLandmarks extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || !request.getRequestURI().equals("/login");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
        String marked = marked(html);
        if (!marked.equals(html)) {
            page.resetBuffer();
            page.getOutputStream().write(marked.getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }

    static String marked(String html) {
        int end = html.lastIndexOf("</div>");
        if (!html.contains("<div class=\"content\">") || end < 0) {
            return html;
        }
        String body = html.substring(0, end) + "</main>" + html.substring(end + "</div>".length());
        return body.replace("<div class=\"content\">", "<main class=\"content\">")
                .replace("<h2>Please sign in</h2>", "<h1>Please sign in</h1>");
    }
}
