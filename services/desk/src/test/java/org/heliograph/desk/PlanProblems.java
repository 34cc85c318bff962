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
     * None, if no large table is read row by row, no index from end to end for less than one in ten of its rows, and
     * not more than that is sorted. What a limit ends soon, since more than one in ten fit, may go row by row.
     *
     * @param rows of a large table
     */
    static List<String> of(JsonNode plan, int rows) {
        List<String> problems = new ArrayList<>();
        collect(plan, false, rows / 10, problems);
        return problems;
    }

    private static void collect(JsonNode node, boolean limited, int few, List<String> problems) {
        String type = node.get("Node Type").asString();
        String table = node.path("Relation Name").asString("");
        long wanted = node.get("Plan Rows").asLong();
        if (type.equals("Seq Scan") && LARGE.contains(table) && !(limited && wanted >= few)) {
            problems.add("reads all of " + table);
        }
        if (type.startsWith("Index")
                && LARGE.contains(table)
                && node.has("Filter")
                && !node.has("Index Cond")
                && wanted < few) {
            problems.add("reads all of %s for %d rows"
                    .formatted(node.get("Index Name").asString(), wanted));
        }
        for (JsonNode below : node.path("Plans")) {
            if (type.equals("Sort") && below.get("Plan Rows").asLong() > few) {
                problems.add("sorts " + below.get("Plan Rows").asLong() + " rows");
            }
            collect(below, type.equals("Limit"), few, problems);
        }
    }
}
