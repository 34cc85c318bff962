package org.heliograph.operations.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;

/**
 * Who may publish (P), receives unnamed (R), receives when named (A) or has no access (-), for each event.
 *
 * @param columns ids of the parties, and the public
 * @param rows by event, and there by column
 */
public record AccessMatrix(String version, List<String> columns, SortedMap<String, SortedMap<String, String>> rows) {

    static AccessMatrix of(Policy policy) {
        List<String> columns = new ArrayList<>(policy.parties().keySet());
        columns.add(Party.PUBLIC);
        SortedMap<String, SortedMap<String, String>> rows = new TreeMap<>();
        policy.events().forEach((type, event) -> {
            SortedMap<String, String> row = new TreeMap<>();
            policy.parties().keySet().forEach(party -> row.put(party, letters(event, party)));
            row.put(Party.PUBLIC, event.hasPublicTopic() ? "R" : "-");
            rows.put(type, row);
        });
        return new AccessMatrix(policy.version(), columns, rows);
    }

    static String letters(EventPolicy event, String party) {
        String letters = (event.publishers().contains(party) ? "P" : "")
                + event.reception(party)
                        .map(reception -> reception == Reception.COMMUNITY ? "R" : "A")
                        .orElse("");
        return letters.isEmpty() ? "-" : letters;
    }
}
