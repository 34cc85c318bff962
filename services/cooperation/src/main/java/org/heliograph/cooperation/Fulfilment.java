package org.heliograph.cooperation;

import java.util.List;

/**
 * What an addressee gives.
 *
 * @param whole whether it is all that was asked for
 * @param summary for people to read, not blank
 * @param results where it is to be found: ids of events, addresses of documents
 */
public record Fulfilment(boolean whole, String summary, List<String> results) {

    /** @throws IllegalArgumentException for a blank summary */
    public Fulfilment {
        Texts.require(summary, "a fulfilment says what was done");
        results = List.copyOf(results);
    }
}
