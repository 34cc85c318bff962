package org.heliograph.identity.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the secrets that a client may log in with.
 *
 * @param hash {@code {bcrypt}} and a hash of cost 10 or more
 * @param until when it ends; without one it is in force until another takes its place
 */
public record ClientSecret(String hash, @Nullable Instant until) {

    public ClientSecret {
        Expect.hash("hash", hash);
    }

    boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** The same, ending no later than this. */
    ClientSecret endingBy(Instant end) {
        return until != null && until.isBefore(end) ? this : new ClientSecret(hash, end);
    }

    @Override
    public String toString() {
        return "ClientSecret[hash=***, until=" + until + "]";
    }
}
