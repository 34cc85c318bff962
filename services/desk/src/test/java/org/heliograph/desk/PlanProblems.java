package org.heliograph.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What makes a plan slow once there are many rows. */
final class PlanProblems {

    private static final Set<String> LARGE = Set.of(
            "coop_request",
            "coop_instance",
            "coop_step",
            "coop_command",
            "coop_submission",
            "request_draft",
            "journal",
            "publication");

    private PlanProblems() {}

    /**
     * None, if no large table is read row by row, no index from end to end, and not more than one row in ten is sorted.
     * What a limit ends before a tenth was read may go row by row.
     *
     * @param rows of a large table
     */
    static List<String> of(JsonNode plan, int rows) {
        List<String> problems = new ArrayList<>();
        collect(plan, 0, rows / 10, problems);
        return problems;
    }

    /** @param limit how many rows are wanted of this node; 0 if all */
    private static void collect(JsonNode node, long limit, int tenth, List<String> problems) {
        String type = node.get("Node Type").asString();
        String table = node.path("Relation Name").asString("");
        long found = node.get("Plan Rows").asLong();
        boolean endsSoon = limit > 0 && found >= 10 * limit;
        if (LARGE.contains(table) && !endsSoon) {
            if (type.equals("Seq Scan")) {
                problems.add("reads all of " + table);
            }
            String filter = node.path("Filter").asString("");
            // Words are looked for in this way only once many rows were found to have them; the plan thinks of fewer.
            if (type.startsWith("Index") && !filter.isEmpty() && !node.has("Index Cond") && !filter.contains("@@")) {
                problems.add("reads all of %s for %d rows"
                        .formatted(node.get("Index Name").asString(), found));
            }
        }
        for (JsonNode below : node.path("Plans")) {
            if (type.equals("Sort") && below.get("Plan Rows").asLong() > tenth) {
                problems.add("sorts " + below.get("Plan Rows").asLong() + " rows");
            }
            collect(below, type.equals("Limit") ? found : 0, tenth, problems);
        }
    }
}
