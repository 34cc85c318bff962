package org.heliograph.operations.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.cluster.ClusterDrift;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.springframework.stereotype.Component;

/** Answers who may do what under the version in force. Any thread. */
@Component
public final class AccessQuestions {

    private final PolicyApplication application;
    private final BrokerClients clients;
    private final ClusterProperties cluster;

    AccessQuestions(PolicyApplication application, BrokerClients clients, ClusterProperties cluster) {
        this.application = application;
        this.clients = clients;
        this.cluster = cluster;
    }

    public AccessMatrix matrix() {
        return AccessMatrix.of(policy());
    }

    /** Whether the protection firewall holds, by the version in force. */
    public FirewallProof proof() {
        return FirewallProof.of(policy());
    }

    /**
     * What the policy and the live broker say about one party and one event.
     *
     * @throws UnknownVersionException if there is no such party or event
     */
    public AccessExplanation explain(String partyId, String eventType) {
        Policy policy = policy();
        Party party = Optional.ofNullable(policy.parties().get(partyId))
                .orElseThrow(() -> new UnknownVersionException("no party '%s'; there are %s"
                        .formatted(partyId, policy.parties().keySet())));
        EventPolicy event = policy.event(eventType)
                .orElseThrow(() -> new UnknownVersionException("no event '%s'; there are %s"
                        .formatted(eventType, policy.events().keySet())));
        Set<String> topics = AccessExplanation.topics(policy, partyId, eventType);
        try (ClusterDrift live = new ClusterDrift(clients, cluster)) {
            return AccessExplanation.of(
                    policy,
                    party,
                    event,
                    live.rightsOf(partyId).stream()
                            .filter(right -> topics.stream().anyMatch(topic -> right.endsWith(" TOPIC " + topic)))
                            .toList());
        }
    }

    /** The keys that sign in the name of a party, ended ones too; none of a party that is unknown. */
    public List<KeyInForce> keys(String party) {
        return policy().signingKeys().stream()
                .filter(key -> key.party().equals(party))
                .map(key -> new KeyInForce(key.kid(), key.until().orElse(null)))
                .toList();
    }

    /**
     * The version in force.
     *
     * @throws PolicyNotReadyException if none is in force yet
     */
    public Policy policy() {
        return application
                .inForce()
                .map(InForce::policy)
                .orElseThrow(() -> new PolicyNotReadyException("No policy is in force yet. Try again later."));
    }
}
