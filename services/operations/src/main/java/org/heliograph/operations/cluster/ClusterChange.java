package org.heliograph.operations.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One move of the cluster to the desired state, in two steps around the moment at which deciders learn of the new
 * policy: {@link #widen} before, so that nobody is sent what they cannot take; {@link #narrow} after, so that nobody is
 * decided for who has lost a right already.
 */
public final class ClusterChange implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClusterChange.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Cluster cluster;
    private final Difference difference;
    private final Ending ending;

    private ClusterChange(Cluster cluster, Difference difference, Ending ending) {
        this.cluster = cluster;
        this.difference = difference;
        this.ending = ending;
    }

    /** Compares, and changes nothing yet. */
    public static ClusterChange to(
            DesiredState desired, BrokerClients clients, ClusterProperties properties, Ending ending) {
        Cluster cluster = new Cluster(clients, properties);
        try {
            ActualState actual = cluster.state(desired.topics().keySet());
            return new ClusterChange(
                    cluster, Difference.between(desired, actual).applicable(), ending);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Creates topics, changes settings and grants rights; returns when the new topics are served. */
    public void widen() {
        cluster.create(difference.missingTopics());
        cluster.change(difference.changedConfigs());
        // Before the rights: nobody ever holds a right without its bounds.
        cluster.limit(difference.changedQuotas());
        cluster.grant(difference.missingRights());
        awaitTopics();
        log.info(
                "cluster=widened topicsCreated={} topicsChanged={} quotasChanged={} rightsGranted={}",
                difference.missingTopics().size(),
                difference.changedConfigs().size(),
                difference.changedQuotas().size(),
                difference.missingRights().size());
    }

    /** Takes away every right that the policy does not call for. */
    public void narrow() {
        difference.excessRights().forEach(right -> log.info("right=revoked binding=\"{}\"", right));
        cluster.revoke(difference.excessRights());
        log.info("cluster=narrowed rightsRevoked={}", difference.excessRights().size());
    }

    /** However many they are, as long as some more are served than a while ago. */
    private void awaitTopics() {
        Set<String> waiting = difference.missingTopics().stream()
                .map(DesiredTopic::name)
                .collect(Collectors.toCollection(HashSet::new));
        long progress = System.nanoTime();
        while (!waiting.isEmpty()) {
            if (waiting.removeAll(cluster.served(waiting))) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > PATIENCE.toNanos() || isEnding()) {
                throw new KafkaException("%d new topics are not served yet".formatted(waiting.size()));
            }
        }
    }

    private boolean isEnding() {
        try {
            return ending.comesWithin(LOOK_AGAIN);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
