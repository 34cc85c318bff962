package org.heliograph.identity.accounts;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes secrets and passwords, which are shown to their owner once and kept as hashes. */
public final class Credentials {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder;

    public Credentials(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** In clear, and what is kept of it. */
    public record Made(String clear, String hash) {

        @Override
        public String toString() {
            return "Made[***]";
        }
    }

    public Made random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String clear = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Made(clear, Objects.requireNonNull(encoder.encode(clear)));
    }
}
