package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** What is asked of the gate again, and what came of it, for people. */
record RedeliverText(PrintWriter out) {

    void plan(JsonNode plan) {
        out.println("%d offers were released to %s from %s until %s; today's policy would release %d of them."
                .formatted(
                        plan.path("offers").asLong(0),
                        plan.path("party").asString(""),
                        plan.path("from").asString(""),
                        plan.path("to").asString(""),
                        plan.path("released").asLong(0)));
        plan.path("types")
                .forEach(type -> out.println("  %-28s %d, of which %d"
                        .formatted(
                                type.path("eventType").asString(""),
                                type.path("offers").asLong(0),
                                type.path("released").asLong(0))));
        refused("would be refused", plan.path("refused"));
        out.flush();
    }

    void outcome(JsonNode end) {
        long refused = end.path("judged").asLong(0) - end.path("released").asLong(0);
        out.println("Command %s: released %d to %s, refused %d."
                .formatted(
                        end.path("command").asString(""),
                        end.path("released").asLong(0),
                        end.path("party").asString(""),
                        refused));
        refused("refused", end.path("refused"));
        out.flush();
    }

    private void refused(String how, JsonNode byRule) {
        byRule.properties()
                .forEach(rule -> out.println("  %s by %s: %d"
                        .formatted(how, rule.getKey(), rule.getValue().asLong(0))));
    }
}
