package org.heliograph.sharing.firewall;

import java.util.Optional;
import org.heliograph.sharing.policy.Topics;

/** Where information can be. */
sealed interface Node {

    /** As it stands in a path. */
    String words();

    /**
     * One that acts for a party.
     *
     * @param id its name at the broker: that of the party's service, or of a further system
     */
    record Principal(String party, String id) implements Node {

        @Override
        public String words() {
            return id.equals(party) ? id : "%s, a system of %s".formatted(id, party);
        }
    }

    /** What a party sends of one event. */
    record Outbox(String party, String event) implements Node {

        @Override
        public String words() {
            return "%s with %s".formatted(Topics.outbox(party), event);
        }
    }

    /**
     * A copy that the gate writes.
     *
     * @param grant by which it is written, if the matrix does not give it
     */
    record Inbox(String party, String family, Optional<String> grant) implements Node {

        @Override
        public String words() {
            return "the gate to %s%s"
                    .formatted(
                            Topics.inbox(party, family),
                            grant.map(id -> " by grant " + id).orElse(""));
        }
    }

    /** What everybody may read. */
    record PublicTopic(String event) implements Node {

        @Override
        public String words() {
            return "the gate to %s".formatted(Topics.publicTopic(event));
        }
    }
}
