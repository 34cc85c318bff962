package org.heliograph.standalone.sandbox;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.standalone.StateFolder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client is given in the place of the data of its kit: addresses, topics, schemas and keys of the sandbox, and a
 * secret that is good there alone. For the owner's eyes only.
 */
record ClientFolder(Path path) {

    private static final String SETTINGS = "kit.json";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = new JsonMapper();

    Path secret() {
        return path.resolve("secret");
    }

    /** Writes another secret in the place of the one before, and returns it. */
    String newSecret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        StateFolder.write(secret(), secret);
        return secret;
    }

    /**
     * Writes the files of a kit, with other topics and keys and the port at which the client is to answer. Once the
     * settings are there, all is.
     */
    void write(SortedMap<String, String> kit, List<String> topics, String keys, int checkPort) {
        SortedMap<String, String> files = new TreeMap<>(kit);
        files.put("keys.json", keys);
        ObjectNode settings =
                (ObjectNode) JSON.readTree(Objects.requireNonNull(files.remove(SETTINGS), "every kit has settings"));
        ArrayNode read = settings.putArray("topics");
        topics.forEach(read::add);
        settings.put("checkPort", checkPort);
        files.forEach((name, text) -> StateFolder.write(path.resolve(name), text));
        StateFolder.write(path.resolve(SETTINGS), settings.toPrettyString());
    }

    /** The answer of operations about keys, with those of the sandbox. */
    static String keys(String policyVersion, Map<String, ECKey> keys) {
        ObjectNode answer = JSON.createObjectNode().put("policyVersion", policyVersion);
        ObjectNode sets = answer.putObject("keys");
        keys.forEach((party, key) -> sets.putObject(party)
                .putArray("keys")
                .add(JSON.readTree(key.toPublicJWK().toJSONString())));
        return answer.toString();
    }
}
