package org.heliograph.operations.lag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.operations.identity.TokenRequests.Asked;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Whose a group is. The broker lets each principal use groups that begin with its name and a dot, and no others.
 *
 * @param parties by principal
 * @param suspended parties
 * @param topics that there ought to be for readers
 * @param inboxes that a party may read, by party
 * @param gate the principal that reads the outboxes
 * @param tokens what identity says of systems that asked for a token; nobody whom it does not name is known to be
 *     without
 */
record Owners(
        Map<String, String> parties,
        Set<String> suspended,
        Set<String> topics,
        Map<String, Set<String>> inboxes,
        String gate,
        Map<String, Asked> tokens) {

    /** Nobody is known. */
    static final Owners NOBODY = of(Set.of());

    Owners {
        parties = Map.copyOf(parties);
        suspended = Set.copyOf(suspended);
        topics = Set.copyOf(topics);
        inboxes = Map.copyOf(inboxes);
        tokens = Map.copyOf(tokens);
    }

    /** Nobody is known, but of these topics it is known that they ought to be there. */
    static Owners of(Set<String> topics) {
        return new Owners(Map.of(), Set.of(), topics, Map.of(), "", Map.of());
    }

    static Owners of(Policy policy, Map<String, Asked> tokens) {
        Map<String, Set<String>> inboxes = new HashMap<>();
        Map<String, String> parties = new HashMap<>();
        Set<String> topics = new HashSet<>(policy.publicTopics());
        policy.senders().forEach(sender -> topics.add(Topics.outbox(sender)));
        policy.parties().values().forEach(party -> {
            parties.put(party.id(), party.id());
            party.systems().forEach(system -> parties.put(system, party.id()));
            Set<String> own = policy.families(party.id()).stream()
                    .map(family -> Topics.inbox(party.id(), family))
                    .collect(Collectors.toSet());
            inboxes.put(party.id(), own);
            topics.addAll(own);
        });
        return new Owners(
                parties,
                policy.suspendedParties(),
                topics,
                inboxes,
                policy.platform().principals().gate(),
                tokens);
    }

    /** The principal; the whole name if there is no dot. */
    static String system(String group) {
        int dot = group.indexOf('.');
        return dot < 0 ? group : group.substring(0, dot);
    }

    /** Empty for the platform's own. */
    Optional<String> party(String group) {
        return Optional.ofNullable(parties.get(system(group)));
    }

    boolean isSuspended(@Nullable String party) {
        return party != null && suspended.contains(party);
    }

    /** How the system of a group fared that asked for tokens, if identity knows. */
    Optional<Asked> tokens(String group) {
        return Optional.ofNullable(tokens.get(system(group)));
    }

    /** Whether the topic is an inbox that the policy does not let this party read. */
    boolean isDenied(@Nullable String party, String topic) {
        return party != null
                && topic.startsWith("inbox.")
                && !inboxes.getOrDefault(party, Set.of()).contains(topic);
    }

    /** Of {@code inbox.<party>.<family>} the last, of others the first word. */
    static String family(String topic) {
        return topic.startsWith("inbox.")
                ? topic.substring(topic.lastIndexOf('.') + 1)
                : topic.substring(0, topic.indexOf('.') < 0 ? topic.length() : topic.indexOf('.'));
    }
}
