package org.heliograph.sharing.firewall;

import java.util.List;

/** What the search for a way through the firewall came to. */
public sealed interface Proof {

    /** For people, one line or a few. */
    String text();

    /**
     * There is no way but the listed ones.
     *
     * @param walled ids of the protection parties from which was searched
     * @param crossings the ways that cross a declassifier, in words, so that they can be reviewed
     */
    record Holds(List<String> walled, List<String> crossings) implements Proof {

        public Holds {
            walled = List.copyOf(walled);
            crossings = List.copyOf(crossings);
        }

        @Override
        public String text() {
            return walled.isEmpty()
                    ? "The policy has no protection party."
                    : "The firewall holds around %s; listed crossings: %s"
                            .formatted(walled, crossings.isEmpty() ? "none" : String.join("; ", crossings));
        }
    }

    /**
     * There is one.
     *
     * @param steps the shortest, from the protection party to the principal of another party
     */
    record Leaks(List<String> steps) implements Proof {

        public Leaks {
            steps = List.copyOf(steps);
        }

        @Override
        public String text() {
            return "The firewall leaks: " + String.join(" -> ", steps);
        }
    }
}
