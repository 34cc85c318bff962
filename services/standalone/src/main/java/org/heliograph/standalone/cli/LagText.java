package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A report on readers as a table, worst first. */
record LagText(PrintWriter out) {

    private static final List<String> HEAD = List.of(
            "PARTY",
            "SYSTEM",
            "GROUP",
            "FAMILY",
            "UNREAD",
            "URGENT",
            "OLDEST",
            "STATE",
            "TREND",
            "CAUSE",
            "DUE FROM",
            "DELETED FROM");

    void print(JsonNode report) {
        JsonNode silence = report.path("silence");
        if (silence.isObject()) {
            out.println("SINCE %s: %s %s See %s."
                    .formatted(
                            silence.path("since").asString(""),
                            silence.path("evidence").asString(""),
                            silence.path("advice").asString(""),
                            silence.path("runbook").asString("")));
        }
        List<List<String>> lines = new ArrayList<>(List.of(HEAD));
        report.path("rows").forEach(row -> lines.add(line(row)));
        int[] widths = new int[HEAD.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        lines.forEach(line -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        });
        report.path("rows").forEach(row -> {
            JsonNode why = row.path("why");
            if (why.isObject()) {
                out.println("%s %s: %s %s See %s."
                        .formatted(
                                row.path("group").asString(""),
                                row.path("family").asString(""),
                                why.path("evidence").asString(""),
                                why.path("advice").asString(""),
                                why.path("runbook").asString("")));
            }
        });
        report.path("unavailable")
                .forEach(one -> out.println("cannot be looked at: %s %s: %s"
                        .formatted(
                                one.path("kind").asString("").toLowerCase(Locale.ROOT),
                                one.path("name").asString(""),
                                one.path("reason").asString(""))));
        out.println("%d groups and topics, looked at %s in %d ms"
                .formatted(
                        report.path("rows").size(),
                        report.path("at").asString(""),
                        report.path("tookMillis").asLong(0)));
        out.flush();
    }

    private static List<String> line(JsonNode row) {
        return List.of(
                row.path("party").asString("-"),
                row.path("system").asString(""),
                row.path("group").asString(""),
                row.path("family").asString(""),
                row.path("withheld").asBoolean(false)
                        ? "withheld"
                        : row.path("unread").asString("0"),
                urgent(row.path("waiting").path("byPriority")),
                age(row.path("ageMillis"), row.path("ageAtLeastMillis")),
                row.path("state").asString(""),
                row.path("trend").asString("").toLowerCase(Locale.ROOT),
                cause(row),
                minute(row.path("waiting").path("firstDue")),
                minute(row.path("deletedFrom")));
    }

    private static String age(JsonNode millis, JsonNode atLeast) {
        if (!millis.isNumber()) {
            return "-";
        }
        String age = text(Duration.ofMillis(millis.asLong()));
        return millis.equals(atLeast) ? age : "at most " + age;
    }

    /** The two largest units. */
    static String text(Duration age) {
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return age.toSeconds() + " s";
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return age.toMinutes() + " min " + age.toSecondsPart() + " s";
        }
        return age.compareTo(Duration.ofDays(1)) < 0
                ? age.toHours() + " h " + age.toMinutesPart() + " min"
                : age.toDays() + " d " + age.toHoursPart() + " h";
    }

    private static String cause(JsonNode row) {
        return row.path("why")
                .path("cause")
                .asString("")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    private static String urgent(JsonNode byPriority) {
        return Stream.of("FLASH", "HIGH")
                .filter(byPriority::has)
                .map(priority -> byPriority.path(priority).asString("0") + " " + priority)
                .collect(Collectors.joining(", "));
    }

    private static String minute(JsonNode from) {
        String text = from.asString("");
        return text.isEmpty() ? "" : Instant.parse(text).toString().substring(0, "2026-01-01T00:00".length());
    }
}
