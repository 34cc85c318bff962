package org.heliograph.operations.policy;

import org.heliograph.sharing.firewall.Firewall;
import org.heliograph.sharing.firewall.Proof;
import org.heliograph.sharing.policy.Policy;

/**
 * What the search for a way through the protection firewall came to.
 *
 * @param text which ways are listed, or the shortest that is not
 */
public record FirewallProof(String version, boolean holds, String text) {

    static FirewallProof of(Policy policy) {
        Proof proof = Firewall.prove(policy);
        return new FirewallProof(policy.version(), proof instanceof Proof.Holds, proof.text());
    }
}
