package org.heliograph.operations.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.heliograph.sharing.policy.Party;

/** Where a catalogue leads to the client kits of its party. */
final class ClientKits {

    static final String TEXT =
            "A folder with programs that read and publish, the topics, schemas and public keys that they"
                    + " need, and a README, by the policy in force. See docs/kits.md";

    /** At operations. */
    static final String KEYS = "/api/keys/mine";

    private ClientKits() {}

    /** The party's own principal first. */
    static List<String> principals(Party party) {
        return Stream.concat(Stream.of(party.id()), party.systems().stream()).toList();
    }

    static List<String> commands(Party party) {
        return principals(party).stream()
                .map("./heliograph kit %s --for java|node|python --out DIR"::formatted)
                .toList();
    }
}
