package org.heliograph.pages.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.webjars.WebJarVersionLocator;

/**
 * What pages load beside themselves. A service brings its own as beans.
 *
 * @param name below {@code assets}
 * @param tag changes with the content
 */
public record Asset(String name, MediaType type, Resource content, String tag) {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType ICON = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    /** With these rules. */
    public static Asset css(String name, String content) {
        return of(name, CSS, content);
    }

    /** That runs this. */
    public static Asset script(String name, String content) {
        return of(name, SCRIPT, content);
    }

    static Asset icon(String name, String content) {
        return of(name, ICON, content);
    }

    private static Asset of(String name, MediaType type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Asset(
                    name,
                    type,
                    new ByteArrayResource(bytes),
                    HexFormat.of().formatHex(digest).substring(0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The text of a file in a web jar; fails if there is none. */
    public static String webJar(String name, String path) {
        @Nullable String full = new WebJarVersionLocator().fullPath(name, path);
        if (full == null) {
            throw new IllegalStateException("no " + path + " in the web jar " + name);
        }
        return text(full);
    }

    /** The text of a file on the class path; fails if there is none. */
    public static String text(String path) {
        try (InputStream resource = Asset.class.getClassLoader().getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("no " + path + " on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
