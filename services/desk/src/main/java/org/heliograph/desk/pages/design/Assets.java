package org.heliograph.desk.pages.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.webjars.WebJarVersionLocator;

/**
 * What pages load beside themselves. The design system is GOV.UK's without its font and crest, which only gov.uk may
 * use.
 */
final class Assets {

    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern CREST = Pattern.compile("url\\(/assets/images/govuk-crest\\.svg\\)");
    private static final String THEIR_FONT = "GDS Transport,arial,sans-serif";
    private static final String PLAIN_FONTS = "\"Noto Sans\",\"DejaVu Sans\",\"Liberation Sans\",Arial,sans-serif";
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private static final MediaType ICON = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Map<String, Asset> byName;

    Assets() {
        WebJarVersionLocator webJars = new WebJarVersionLocator();
        byName = Map.of(
                "govuk.css",
                Asset.of(CSS, plain(webJar(webJars, "govuk-frontend", "dist/govuk/govuk-frontend.min.css"))),
                "desk.css",
                Asset.of(CSS, text("org/heliograph/desk/pages/design/desk.css")),
                "icon.svg",
                Asset.of(ICON, text("org/heliograph/desk/pages/design/icon.svg")),
                "htmx.js",
                Asset.of(SCRIPT, webJar(webJars, "htmx.org", "dist/htmx.min.js")));
    }

    /** @param tag changes with the content */
    record Asset(MediaType type, Resource content, String tag) {
        static Asset of(MediaType type, String content) {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Asset(
                        type,
                        new ByteArrayResource(bytes),
                        HexFormat.of().formatHex(digest).substring(0, 16));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static String plain(String css) {
        String plain = CREST.matcher(FONT_FACE.matcher(css).replaceAll("")).replaceAll("none");
        return plain.replace(THEIR_FONT, PLAIN_FONTS);
    }

    private static String webJar(WebJarVersionLocator webJars, String name, String path) {
        @Nullable String full = webJars.fullPath(name, path);
        if (full == null) {
            throw new IllegalStateException("no " + path + " in the web jar " + name);
        }
        return text(full);
    }

    private static String text(String path) {
        try (InputStream resource = Assets.class.getClassLoader().getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("no " + path + " on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
