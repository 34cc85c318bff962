package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What became of a change, and what is left for a person to do.
 *
 * @param handOver what to give to the party, by what it is: places, never what lies there
 * @param left in the order in which it is to be done
 */
record ChangeText(JsonNode outcome, Map<String, String> handOver, List<String> left) {

    ChangeText(JsonNode outcome, List<String> left) {
        this(outcome, Map.of(), left);
    }

    /** An approval comes first where one is waited for. */
    static String approval(JsonNode outcome) {
        return "another operator approves: ./heliograph policy approve %s --reason TEXT"
                .formatted(outcome.path("plan").path("id").asString(""));
    }

    void print(PrintWriter out, Format format) {
        if (format == Format.JSON) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("outcome", outcome);
            all.put("handOver", handOver);
            all.put("left", left);
            format.print(out, all);
            return;
        }
        new PlanText(out).outcome(outcome);
        if (!handOver.isEmpty()) {
            out.println();
            out.println("To hand over, each on a way of its own");
            handOver.forEach((what, where) -> out.println("  %-20s %s".formatted(what, where)));
        }
        if (!left.isEmpty()) {
            out.println();
            out.println("Left to do");
            left.forEach(step -> out.println("  - " + step));
        }
        out.flush();
    }
}
