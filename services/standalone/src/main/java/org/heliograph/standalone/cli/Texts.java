package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Answers of operations, for people. */
final class Texts {

    private static final int SHORT = 12;

    private Texts() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Enough of a version to name it. */
    static String brief(JsonNode version) {
        String text = version.asString("none");
        return text.length() <= SHORT ? text : text.substring(0, SHORT);
    }

    static void explanation(PrintWriter out, JsonNode explanation) {
        out.println("%s (role %s) and %s   (version %s)"
                .formatted(
                        explanation.path("party").asString(""),
                        explanation.path("role").asString(""),
                        explanation.path("event").asString(""),
                        brief(explanation.path("version"))));
        explanation
                .path("letters")
                .properties()
                .forEach(row -> out.println(
                        "  %s: %s".formatted(row.getKey(), row.getValue().asString("-"))));
        out.println("  may publish: " + yes(explanation.path("mayPublish")));
        out.println("  may receive: " + yes(explanation.path("mayReceive")));
        out.println("Because");
        explanation.path("because").forEach(reason -> out.println("  " + reason.asString("")));
        out.println("On the live broker");
        if (explanation.path("brokerRights").isEmpty()) {
            out.println("  no right to any of its topics");
        }
        explanation.path("brokerRights").forEach(right -> out.println("  " + right.asString("")));
        out.flush();
    }

    private static String yes(JsonNode truth) {
        return truth.asBoolean(false) ? "yes" : "no";
    }

    static void history(PrintWriter out, JsonNode history) {
        for (JsonNode change : history) {
            out.println("%s  %-8s  plan %s  version %s  by %s%s"
                    .formatted(
                            change.path("at").asString(""),
                            change.path("state").asString("").toLowerCase(Locale.ROOT),
                            change.path("plan").asString(""),
                            brief(change.path("version")),
                            change.path("proposer").asString(""),
                            change.path("approver").isNull()
                                            || change.path("approver").isMissingNode()
                                    ? ""
                                    : ", approved by " + change.path("approver").asString("")));
            out.println("    " + change.path("reason").asString(""));
            if (change.path("approvalReason").isString()) {
                out.println("    approved: " + change.path("approvalReason").asString(""));
            }
            out.println("    %d changes, access of %d parties"
                    .formatted(
                            change.path("changes").size(), change.path("access").size()));
        }
        out.flush();
    }
}
