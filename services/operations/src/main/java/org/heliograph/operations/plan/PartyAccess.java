package org.heliograph.operations.plan;

import java.util.List;

/**
 * What a change of the policy gives to a party and takes from it, in words.
 *
 * @param party its id, or {@link #PLATFORM} for what concerns all
 */
public record PartyAccess(String party, List<String> widened, List<String> narrowed) {

    public static final String PLATFORM = "(platform)";

    public PartyAccess {
        widened = List.copyOf(widened);
        narrowed = List.copyOf(narrowed);
    }

    boolean isEmpty() {
        return widened.isEmpty() && narrowed.isEmpty();
    }
}
