package org.heliograph.standalone.onboarding;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.standalone.Secrets;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.StateFolder;

/**
 * The parties' signing keys: private ones among the secrets, public ones in the folder that operations reads. Each call
 * writes at most one public set, whole or not at all.
 */
public final class SigningKeySets {

    private static final Pattern NUMBER = Pattern.compile(".*-(\\d{1,9})");

    private final StateFolder state;

    public SigningKeySets(StateFolder state) {
        this.state = state;
    }

    /** The public set that operations reads. */
    public Path publicFile(String party) {
        return state.keys().resolve(party + ".jwks");
    }

    /** Public keys that are no longer read, for those who verify what was signed before. */
    public Path retiredFile(String party) {
        return state.root().resolve("retired-keys").resolve(party + ".jwks");
    }

    /** The private key of this id, until it is {@linkplain #use used}. */
    public Path nextFile(String kid) {
        return state.secrets().resolve("signing").resolve("next").resolve(kid + ".jwk");
    }

    /** The private key with which the party signs. */
    public Path usedFile(String party) {
        return state.secrets().resolve("signing").resolve(party + ".jwk");
    }

    /** Makes the first key of a party. */
    public void make(String party) {
        ECKey key = Secrets.signingKey(party + "-1");
        StateFolder.write(usedFile(party), key.toJSONString());
        write(publicFile(party), List.of(key.toPublicJWK()));
    }

    public boolean has(String party) {
        return Files.exists(publicFile(party));
    }

    /** Takes back what {@link #make} made. */
    public void unmake(String party) {
        delete(usedFile(party));
        delete(publicFile(party));
    }

    /**
     * Makes the next key of a party, and lets all others end.
     *
     * @param end in whole seconds; a key that ends before keeps its own end
     * @return id of the new key
     */
    public String rotate(String party, Instant end) {
        List<JWK> keys = keys(party);
        String kid = party + "-"
                + (keys.stream().mapToLong(key -> number(key.getKeyID())).max().orElse(0) + 1);
        ECKey next = Secrets.signingKey(kid);
        List<JWK> all = new ArrayList<>();
        keys.forEach(key -> all.add(ending(key, end)));
        all.add(next.toPublicJWK());
        StateFolder.write(nextFile(kid), next.toJSONString());
        write(publicFile(party), all);
        return kid;
    }

    /** Takes back a key that is not used yet. */
    public void forgetNext(String kid) {
        delete(nextFile(kid));
    }

    /** From its next start on, the party's own service signs with this key. */
    public void use(String party, String kid) {
        if (!Files.exists(nextFile(kid)) || keys(party).stream().noneMatch(key -> kid.equals(key.getKeyID()))) {
            throw new StackException(
                    "no key '%s' of '%s' waits to be used; key rotate makes one".formatted(kid, party));
        }
        move(nextFile(kid), usedFile(party));
    }

    /**
     * Takes a key out of the set.
     *
     * @return the key alone, as a set
     */
    public String end(String party, String kid) {
        List<JWK> keys = keys(party);
        JWK ended = keys.stream()
                .filter(key -> kid.equals(key.getKeyID()))
                .findFirst()
                .orElseThrow(() -> new StackException("no key '%s' of '%s'; there are %s"
                        .formatted(kid, party, keys.stream().map(JWK::getKeyID).toList())));
        write(
                publicFile(party),
                keys.stream().filter(key -> !kid.equals(key.getKeyID())).toList());
        return new JWKSet(ended).toString(true);
    }

    /** Keeps keys that operations no longer reads, for those who verify what they signed. */
    public void keep(String party, String publicSet) {
        List<JWK> kept = new ArrayList<>(Files.exists(retiredFile(party)) ? parse(retiredFile(party)) : List.of());
        parse(publicSet, publicFile(party)).stream()
                .filter(key -> kept.stream().noneMatch(old -> old.toJSONString().equals(key.toJSONString())))
                .forEach(kept::add);
        write(retiredFile(party), kept);
    }

    /** Moves all keys of a party away from where operations reads. */
    public void retire(String party) {
        if (has(party)) {
            keep(party, StateFolder.read(publicFile(party)));
            delete(publicFile(party));
        }
    }

    /** Ids of its public keys, and when each ends. */
    public Map<String, Optional<Instant>> ends(String party) {
        Map<String, Optional<Instant>> ends = new TreeMap<>();
        keys(party)
                .forEach(key -> ends.put(
                        key.getKeyID(),
                        Optional.ofNullable(key.getExpirationTime()).map(Date::toInstant)));
        return ends;
    }

    private List<JWK> keys(String party) {
        if (!has(party)) {
            throw new StackException("'%s' has no public keys in %s".formatted(party, state.keys()));
        }
        return parse(publicFile(party));
    }

    private static JWK ending(JWK key, Instant end) {
        Date its = key.getExpirationTime();
        return its != null && its.toInstant().isBefore(end)
                ? key
                : new ECKey.Builder(key.toECKey())
                        .expirationTime(Date.from(end))
                        .build();
    }

    private static long number(String kid) {
        Matcher number = NUMBER.matcher(kid);
        return number.matches() ? Long.parseLong(number.group(1)) : 0;
    }

    private static List<JWK> parse(Path file) {
        return parse(StateFolder.read(file), file);
    }

    private static List<JWK> parse(String text, Path file) {
        try {
            return JWKSet.parse(text).getKeys();
        } catch (ParseException e) {
            throw new StackException("%s: expected a JWK set".formatted(file), e);
        }
    }

    private static void write(Path file, List<JWK> keys) {
        StateFolder.write(file, new JWKSet(keys).toString(true));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
