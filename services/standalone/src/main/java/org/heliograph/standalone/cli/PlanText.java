package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A plan as people know it: a sign before each line, and the sum at the end. */
record PlanText(PrintWriter out) {

    void print(JsonNode plan, JsonNode drift) {
        if (plan.path("changes").isEmpty()) {
            out.println("No changes: the files are what is in force, version " + Texts.brief(plan.path("base")) + ".");
        } else {
            print(plan);
        }
        if (!drift.path("items").isEmpty()) {
            out.println();
            out.println("Not as the version in force says, and set back by apply");
            drift(drift);
        }
        out.flush();
    }

    void drift(JsonNode drift) {
        drift.path("items")
                .forEach(item -> out.println("  ! %-13s %s"
                        .formatted(
                                item.path("kind")
                                        .asString("")
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                item.path("what").asString(""))));
    }

    private void print(JsonNode plan) {
        out.println("Plan %s for version %s".formatted(plan.path("id").asString(""), Texts.brief(plan.path("base"))));
        out.println();
        int[] sums = new int[3];
        for (JsonNode change : plan.path("changes")) {
            out.println("  " + line(change, sums));
        }
        access(plan.path("access"));
        cluster(plan);
        out.println();
        out.println(
                "Plan: %d to add, %d to change, %d to remove. %s".formatted(sums[0], sums[1], sums[2], widening(plan)));
    }

    private static String line(JsonNode change, int[] sums) {
        List<String> path = new ArrayList<>();
        change.path("path").forEach(part -> path.add(part.asString("")));
        String place = String.join(".", path);
        String before = change.path("before").asString("");
        String after = change.path("after").asString("");
        return switch (change.path("kind").asString("")) {
            case "ADDED" -> {
                sums[0]++;
                yield "+ " + place + (after.isEmpty() ? "" : ": " + after);
            }
            case "REMOVED" -> {
                sums[2]++;
                yield "- " + place + (before.isEmpty() ? "" : ": " + before);
            }
            default -> {
                sums[1]++;
                yield "~ %s: %s -> %s".formatted(place, before, after);
            }
        };
    }

    private void access(JsonNode access) {
        if (access.isEmpty()) {
            return;
        }
        out.println();
        out.println("Access");
        for (JsonNode party : access) {
            out.println("  " + party.path("party").asString(""));
            party.path("widened").forEach(line -> out.println("    widened   " + line.asString("")));
            party.path("narrowed").forEach(line -> out.println("    narrowed  " + line.asString("")));
        }
    }

    private void cluster(JsonNode plan) {
        JsonNode cluster = plan.path("cluster");
        List<String> lines = new ArrayList<>();
        cluster.path("topicsCreated").forEach(topic -> lines.add("+ topic " + topic.asString("")));
        cluster.path("topicsLeft")
                .forEach(topic ->
                        lines.add("  topic %s stays with what it holds, unused".formatted(topic.asString(""))));
        cluster.path("settings").forEach(setting -> lines.add("~ " + setting.asString("")));
        cluster.path("quotas").forEach(quota -> lines.add("~ quota of " + quota.asString("")));
        cluster.path("rightsGranted")
                .properties()
                .forEach(right ->
                        lines.add("+ %d rights of %s".formatted(right.getValue().asInt(0), right.getKey())));
        cluster.path("rightsRevoked")
                .properties()
                .forEach(right ->
                        lines.add("- %d rights of %s".formatted(right.getValue().asInt(0), right.getKey())));
        plan.path("subjects").forEach(subject -> lines.add("+ subject " + subject.asString("")));
        if (!lines.isEmpty()) {
            out.println();
            out.println("At broker and registry");
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private static String widening(JsonNode plan) {
        int widened = 0;
        int narrowed = 0;
        for (JsonNode party : plan.path("access")) {
            widened += party.path("widened").isEmpty() ? 0 : 1;
            narrowed += party.path("narrowed").isEmpty() ? 0 : 1;
        }
        String sums = "Access widens for %d and narrows for %d.".formatted(widened, narrowed);
        return plan.path("widens").asBoolean(false) ? sums + " A second operator has to approve." : sums;
    }

    void outcome(JsonNode outcome) {
        if (outcome.path("plan").isObject()
                && !outcome.path("plan").path("changes").isEmpty()) {
            print(outcome.path("plan"));
            out.println();
        }
        String version = Texts.brief(outcome.path("version"));
        switch (outcome.path("result").asString("")) {
            case "UNCHANGED" ->
                out.println("Version %s is in force already; %d differences of broker and registry were set back."
                        .formatted(version, outcome.path("repaired").asInt(0)));
            case "PROPOSED" -> {
                out.println("Proposed by %s, not in force: it widens access."
                        .formatted(outcome.path("proposer").asString("")));
                out.println("Another operator brings it into force: ./heliograph policy approve %s --reason TEXT"
                        .formatted(outcome.path("plan").path("id").asString("")));
            }
            default -> out.println("Version " + version + " is in force.");
        }
        outcome.path("notAdopted")
                .forEach(gate -> out.println("WARNING: gate %s lives and still judges by another version; see its log."
                        .formatted(gate.asString(""))));
        out.flush();
    }
}
