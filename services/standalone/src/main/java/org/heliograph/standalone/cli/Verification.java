package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.BrokerConfigurations;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import tools.jackson.databind.JsonNode;

/**
 * The drift that operations sees, and the one thing that no client of a broker is told: who its super users are. That
 * stands in the brokers' own configuration, which only who runs them can read.
 */
record Verification(PrintWriter out, Stack stack, Format format) {

    int of(OperationsDesk desk) {
        JsonNode drift = desk.get("/api/policy/drift");
        List<String> brokers = BrokerConfigurations.of(stack).drift();
        if (format == Format.JSON) {
            format.print(out, Map.of("drift", drift, "brokers", brokers));
        } else {
            text(drift, brokers);
        }
        return drift.path("items").isEmpty() && brokers.isEmpty() ? 0 : 1;
    }

    private void text(JsonNode drift, List<String> brokers) {
        int number = drift.path("items").size() + brokers.size();
        String version = Texts.brief(drift.path("version"));
        if (number == 0) {
            out.println("Broker and registry are as version %s says.".formatted(version));
        } else {
            new PlanText(out).drift(drift);
            brokers.forEach(line -> out.println("  ! broker        " + line));
            out.println("%d differences from version %s. ./heliograph policy apply sets back what an operator can."
                    .formatted(number, version));
        }
        drift.path("ownRights")
                .forEach(right -> out.println("ALARM: operations has gained a right: " + right.asString("")));
        out.flush();
    }
}
