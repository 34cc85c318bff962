package org.heliograph.operations.policy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the parties' public keys. A party without keys is allowed: what it sends is refused for its signature. */
final class PublicKeys {

    private static final Logger log = LoggerFactory.getLogger(PublicKeys.class);
    private static final String SUFFIX = ".jwks";

    private final Path directory;
    private final List<String> errors = new ArrayList<>();
    private final List<SigningKey> keys = new ArrayList<>();

    private PublicKeys(Path directory) {
        this.directory = directory;
    }

    /**
     * The keys of these parties.
     *
     * @throws InvalidPolicyException with every error of every key set in the folder, also of those that belong to no
     *     party: a private key that lies there is exposed whoever owns it
     */
    static List<SigningKey> read(Path directory, Collection<String> parties) {
        PublicKeys reading = new PublicKeys(directory);
        for (Path file : reading.files()) {
            String owner = name(file).substring(0, name(file).length() - SUFFIX.length());
            reading.read(file, owner, parties.contains(owner));
        }
        if (!reading.errors.isEmpty()) {
            throw new InvalidPolicyException(reading.errors);
        }
        parties.stream()
                .filter(party ->
                        reading.keys.stream().noneMatch(key -> key.party().equals(party)))
                .forEach(party -> log.warn("party={} signingKeys=0 consequence=\"its events will be refused\"", party));
        return List.copyOf(reading.keys);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> name(file).endsWith(SUFFIX)).sorted().toList();
        } catch (IOException e) {
            errors.add("keys: cannot be listed in " + directory);
            return List.of();
        }
    }

    private void read(Path file, String owner, boolean ofParty) {
        Set<String> kids = new HashSet<>();
        for (JWK key : parse(file)) {
            if (key.isPrivate()) {
                // The key itself must not reach a log.
                errors.add(
                        "%s: found a private key, expected public keys only; replace that key".formatted(name(file)));
            } else if (ofParty && check(file, key, kids)) {
                keys.add(signingKey(owner, key));
            }
        }
    }

    /** The end stands beside the key and not in it: the key stays the same when its end changes. */
    private static SigningKey signingKey(String owner, JWK key) {
        ECKey endless = new ECKey.Builder(key.toECKey()).expirationTime(null).build();
        return new SigningKey(
                owner,
                key.getKeyID(),
                endless.toJSONString(),
                Optional.ofNullable(key.getExpirationTime()).map(Date::toInstant));
    }

    private List<JWK> parse(Path file) {
        try {
            return JWKSet.parse(Files.readString(file)).getKeys();
        } catch (IOException | ParseException e) {
            errors.add("%s: cannot be read, expected a JWK set".formatted(name(file)));
            return List.of();
        }
    }

    private boolean check(Path file, JWK key, Set<String> kids) {
        if (!(key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()))) {
            errors.add("%s: found a key of type %s, expected EC P-256".formatted(name(file), key.getKeyType()));
            return false;
        }
        if (key.getKeyID() == null || !kids.add(key.getKeyID())) {
            errors.add("%s: found key id %s, expected one that no other key of the party has"
                    .formatted(name(file), key.getKeyID()));
            return false;
        }
        return true;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
