package org.heliograph.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * What a state folder's brokers were made as; fixed for as long as the folder lives, since copies of the topics are
 * spread over all of them.
 */
record Cluster(String id, int brokers) {

    private static final String ID = "cluster.id";
    private static final String BROKERS = "brokers";

    /** The cluster of the folder, if one was made there. */
    static Optional<Cluster> of(StateFolder state) {
        Path file = file(state);
        if (Files.exists(file)) {
            Properties properties = PropertiesFile.read(file);
            return Optional.of(
                    new Cluster(properties.getProperty(ID), Integer.parseInt(properties.getProperty(BROKERS))));
        }
        // Folders of earlier builds have one broker and no such file.
        Path single = state.data().resolve(Component.BROKER.id()).resolve("meta.properties");
        return Files.exists(single)
                ? Optional.of(new Cluster(PropertiesFile.read(single).getProperty(ID), 1))
                : Optional.empty();
    }

    /**
     * The cluster of the folder, which is made now if there is none.
     *
     * @throws StackException if it was made with another number of brokers
     */
    static Cluster in(StateFolder state, int brokers) {
        Optional<Cluster> present = of(state);
        present.filter(cluster -> cluster.brokers() != brokers).ifPresent(cluster -> {
            throw new StackException(
                    "the state in %s was made with --brokers %d, not %d; to make it anew: ./heliograph reset --yes"
                            .formatted(state.root(), cluster.brokers(), brokers));
        });
        Cluster cluster = present.orElseGet(() -> new Cluster(Uuid.randomUuid().toString(), brokers));
        PropertiesFile.write(file(state), Map.of(ID, cluster.id(), BROKERS, cluster.brokers()));
        return cluster;
    }

    private static Path file(StateFolder state) {
        return state.data().resolve("cluster.properties");
    }
}
