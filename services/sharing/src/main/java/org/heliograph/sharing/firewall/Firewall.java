package org.heliograph.sharing.firewall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;

/**
 * Proves the protection firewall (R7) from parties, events, grants and declassifiers: a search, from each protection
 * party, for any way to a principal of another party that does not cross a listed declassifier.
 *
 * <p>It looks at what the policy gives, and deliberately not at the gate's own rule R7: the gate would refuse on top of
 * it, so both have to fail before anything leaks. The nodes that a way may pass and that are trusted to keep apart what
 * passes them are the gate and, once sealing exists, the holder of keys.
 */
public final class Firewall {

    private Firewall() {}

    /** Pure and quick: the build and the command line call it alike. */
    public static Proof prove(Policy policy) {
        Flows flows = new Flows(policy);
        // Where the search began, a node came from itself.
        Map<Node, Node> cameFrom = new HashMap<>();
        Deque<Node> next = new ArrayDeque<>();
        List<String> walled = new ArrayList<>();
        for (Party party : policy.parties().values()) {
            if (party.kind() == PartyKind.PROTECTION) {
                Node start = new Node.Principal(party.id(), party.id());
                walled.add(party.id());
                cameFrom.put(start, start);
                next.add(start);
            }
        }
        while (!next.isEmpty()) {
            Node node = next.remove();
            if (node instanceof Node.Principal principal && !walled.contains(principal.party())) {
                return new Proof.Leaks(steps(node, cameFrom));
            }
            for (Node following : flows.from(node)) {
                if (!cameFrom.containsKey(following)) {
                    cameFrom.put(following, node);
                    next.add(following);
                }
            }
        }
        return new Proof.Holds(walled, flows.crossings());
    }

    private static List<String> steps(Node end, Map<Node, Node> cameFrom) {
        List<String> steps = new ArrayList<>();
        Node node = end;
        Node before = cameFrom.getOrDefault(node, node);
        steps.add(node.words());
        while (!before.equals(node)) {
            node = before;
            before = cameFrom.getOrDefault(node, node);
            steps.addFirst(node.words());
        }
        return steps;
    }
}
