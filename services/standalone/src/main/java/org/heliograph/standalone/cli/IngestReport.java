package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Prints what became of a file. */
record IngestReport(PrintWriter out) {

    void rows(Path file, JsonNode ingest) {
        JsonNode rows = ingest.path("rows");
        out.println(file + "  (" + ingest.path("ingestId").asString("") + ")");
        line(rows.path("read").asLong(0), "rows read");
        line(rows.path("taken").asLong(0), "taken");
        for (JsonNode reason : rows.path("setAside")) {
            line(
                    reason.path("rows").asLong(0),
                    "set aside: " + reason.path("text").asString(""));
        }
    }

    void outcome(JsonNode ingest) {
        JsonNode observations = ingest.path("observations");
        line(observations.path("published").asLong(0), "observations published");
        line(observations.path("unchanged").asLong(0), "unchanged, not published again");
        line(
                observations.path("suppressed").asLong(0),
                "of both withhold their figure (fewer than 11, or next to one)");
        alerts(ingest.path("alerts"));
        out.println();
        out.flush();
    }

    private void alerts(JsonNode alerts) {
        int unchanged = 0;
        for (JsonNode raised : alerts.path("raised")) {
            String step = raised.path("step").asString("");
            if ("UNCHANGED".equals(step)) {
                unchanged++;
            } else {
                out.printf(
                        "  alert %-9s %s %s, %s%n",
                        step.toLowerCase(Locale.ROOT),
                        raised.path("month").asString(""),
                        raised.path("route").asString(""),
                        raised.path("status").asString(""));
            }
        }
        if (unchanged > 0) {
            line(unchanged, "alerts stand as they were told");
        }
        Map<String, List<JsonNode>> reasons = new LinkedHashMap<>();
        for (JsonNode none : alerts.path("notRaised")) {
            reasons.computeIfAbsent(none.path("reason").asString(""), _ -> new ArrayList<>())
                    .add(none);
        }
        reasons.values().forEach(this::noAlert);
    }

    /** A replay has hundreds of months; each of them is in what the service answers. */
    private void noAlert(List<JsonNode> months) {
        JsonNode last = months.getLast();
        String newest = last.path("month").asString("");
        String text = last.path("text").asString("");
        if (months.size() == 1) {
            out.printf("  no alert %s: %s%n", newest, text);
        } else {
            out.printf(
                    "  no alert in %d months from %s, as in %s: %s%n",
                    months.size(), months.getFirst().path("month").asString(""), newest, text);
        }
    }

    private void line(long count, String words) {
        out.printf(Locale.ROOT, "  %,7d  %s%n", count, words);
    }
}
