package org.heliograph.operations.policy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.avro.Schema;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.Ending;
import org.heliograph.operations.cluster.ClusterChange;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.operations.cluster.DesiredState;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Applies the policy of the files as they are now. Each step can be repeated, so an application that broke off is
 * simply made again: schemas, then what widens, then the policy itself, then what narrows.
 */
@Component
public final class PolicyApplication {

    private static final Logger log = LoggerFactory.getLogger(PolicyApplication.class);

    private final PolicyProperties files;
    private final ClusterProperties cluster;
    private final BrokerClients clients;
    private final SchemaRegistration registration;
    private final PolicyTopics topics;
    private final Ending ending;
    private volatile Optional<AppliedPolicy> applied = Optional.empty();

    PolicyApplication(
            PolicyProperties files,
            ClusterProperties cluster,
            BrokerClients clients,
            SchemaRegistration registration,
            PolicyTopics topics,
            Ending ending) {
        this.files = files;
        this.cluster = cluster;
        this.clients = clients;
        this.registration = registration;
        this.topics = topics;
        this.ending = ending;
    }

    /** What is in force, as far as this process has seen to it; empty until then. */
    public Optional<AppliedPolicy> applied() {
        return applied;
    }

    /**
     * Compiles and applies.
     *
     * @throws InvalidPolicyException if the files have errors; nothing was applied then
     * @throws IOException if the registry cannot be asked now
     */
    void apply() throws IOException {
        Policy compiled = PolicyCompiler.compile(files.directory());
        List<SigningKey> keys =
                PublicKeys.read(files.keysDirectory(), compiled.parties().keySet());
        SortedMap<String, Schema> schemas = PolicySchemas.of(compiled);
        try (ClusterChange change = ClusterChange.to(DesiredState.of(compiled, cluster), clients, cluster, ending)) {
            Policy policy = compiled.with(registration.register(schemas), keys);
            change.widen();
            AppliedPolicy current = topics.current()
                    .filter(published -> published.version().equals(policy.version()))
                    .orElseGet(() -> topics.publish(policy));
            change.narrow();
            applied = Optional.of(current);
            log.info("policy={} inForceSince={}", current.version(), current.appliedAt());
        }
    }
}
