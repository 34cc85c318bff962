package org.heliograph.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords, client secrets and private keys: made at the first start, read ever after, replaced as identity does. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final StateFolder state;

    Secrets(StateFolder state) {
        this.state = state;
    }

    public Path clientFile(String principal) {
        return state.secrets().resolve("clients").resolve(principal);
    }

    public Path officerFile(String username) {
        return state.secrets().resolve("officers").resolve(username);
    }

    /** Whether this folder holds the secret of a client of that id. */
    public boolean hasClient(String principal) {
        return principal.matches("[a-z][a-z0-9-]*") && Files.exists(clientFile(principal));
    }

    /** Forgets the secret of a client that is no more. */
    public void forgetClient(String principal) {
        try {
            Files.deleteIfExists(clientFile(principal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The private JWK with which the party signs its events. */
    public Path signingKeyFile(String party) {
        return state.secrets().resolve("signing").resolve(party + ".jwk");
    }

    public Path identityKeysFile() {
        return state.secrets().resolve("identity.jwks");
    }

    public Path identityPublicKeysFile() {
        return state.keys().resolve("identity.jwks");
    }

    Path databaseFile(String role) {
        return state.secrets().resolve("database").resolve(role);
    }

    public String client(String principal) {
        return StateFolder.read(clientFile(principal));
    }

    public String officer(String username) {
        return StateFolder.read(officerFile(username));
    }

    /** Keeps what identity gave in place of the secret before; the file. */
    public Path keepClient(String principal, String secret) {
        return StateFolder.write(clientFile(principal), secret);
    }

    /** Keeps what identity gave in place of the password before; the file. */
    public Path keepOfficer(String username, String password) {
        return StateFolder.write(officerFile(username), password);
    }

    public String database(String role) {
        return StateFolder.read(databaseFile(role));
    }

    /** The password of the broker's own principal, which is a super user: for the supervisor alone. */
    String broker() {
        return StateFolder.read(brokerFile());
    }

    private Path brokerFile() {
        return state.secrets().resolve("broker");
    }

    void generate(Roster roster) {
        roster.clients().forEach(principal -> random(clientFile(principal)));
        roster.officers().forEach(officer -> random(officerFile(officer.username())));
        Databases.ROLES.forEach(role -> random(databaseFile(role)));
        random(databaseFile(Databases.SUPERUSER));
        random(brokerFile());
        roster.signingParties().forEach(party -> {
            Path file = signingKeyFile(party);
            if (!Files.exists(file)) {
                ECKey key = signingKey(party + "-1");
                StateFolder.write(file, key.toJSONString());
                StateFolder.write(state.keys().resolve(party + ".jwks"), publicSet(key));
            }
        });
        if (!Files.exists(identityKeysFile())) {
            ECKey key = signingKey("identity-1");
            StateFolder.write(identityKeysFile(), new JWKSet(key).toString(false));
            StateFolder.write(identityPublicKeysFile(), publicSet(key));
        }
    }

    private static void random(Path file) {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            StateFolder.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    /** A new key pair to sign events with. */
    public static ECKey signingKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a P-256 key pair", e);
        }
    }

    private static String publicSet(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString(true);
    }
}
