package org.heliograph.standalone.cli;

import java.util.List;
import org.heliograph.standalone.IdentityDesk;
import org.heliograph.standalone.Stack;

/** Accounts of parties and their systems: at identity, and their secrets in the state folder. */
record Accounts(Stack stack, IdentityDesk identity) {

    private static final List<String> OF_A_PARTY =
            List.of("broker", "registry", "desk", "operations", "gate", "identity");
    private static final List<String> OF_A_SYSTEM = List.of("broker", "registry");

    void openParty(PolicyEdit edit, String party) {
        open(edit, party, party, OF_A_PARTY);
    }

    void openSystem(PolicyEdit edit, String party, String system) {
        open(edit, system, party, OF_A_SYSTEM);
    }

    private void open(PolicyEdit edit, String id, String party, List<String> scopes) {
        String secret = identity.addClient(id, party, scopes);
        edit.undoneBy(() -> close(id));
        stack.secrets().keepClient(id, secret);
    }

    void close(String id) {
        identity.removeClient(id);
        stack.secrets().forgetClient(id);
    }
}
