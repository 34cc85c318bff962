package org.heliograph.operations.lag;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.events.Lane;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Whose counts operators do not see (R7, R8). How many records wait for a protection party says how many people were
 * referred to it, and when: counts are content there. There is no operator for protection parties, who might see them.
 *
 * @param parties ids; empty where no policy says who they are, and then nobody's counts are shown
 */
public record Walls(Optional<Set<String>> parties) {

    /** By the policy in force. */
    public static Walls of(Optional<Policy> policy) {
        return new Walls(policy.map(known -> known.parties().values().stream()
                .filter(party ->
                        party.kind() == PartyKind.PROTECTION || party.lanes().contains(Lane.PROTECTION))
                .map(Party::id)
                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Null is none of the parties: the platform itself, or nobody known. */
    public boolean hide(@Nullable String party) {
        return parties.map(walled -> party != null && walled.contains(party)).orElse(true);
    }

    /** Whether the topic is of such a party. */
    public boolean hideTopic(String topic) {
        return hide(ownerOf(topic));
    }

    /** Whoever reads it, the platform's own too. */
    boolean hide(LagRow row) {
        return hide(row.party()) || hideTopic(row.topic());
    }

    private static @Nullable String ownerOf(String topic) {
        if (topic.startsWith("outbox.")) {
            return topic.substring("outbox.".length());
        }
        int family = topic.lastIndexOf('.');
        return topic.startsWith("inbox.") && family >= "inbox.".length()
                ? topic.substring("inbox.".length(), family)
                : null;
    }
}
