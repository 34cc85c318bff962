package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heliograph.standalone.schemas.SchemaCheck.Finding;
import tools.jackson.databind.JsonNode;

/**
 * Findings about schemas, with the groups that have records to read in the topics of the event.
 *
 * @param lag what operations says of readers
 */
record SchemasText(PrintWriter out, JsonNode lag) {

    /**
     * A group that is behind in a topic of the event.
     *
     * @param unread at most that many; the topic carries other events too
     * @param oldest when the first of them was written, if that is known
     */
    record Unread(String system, String group, String topic, long unread, String oldest) {}

    /** A finding, and who is behind if the schema is another. */
    record Line(Finding finding, List<Unread> unread) {}

    List<Line> report(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Line(finding, finding.changed() ? unread(finding.topics()) : List.of()))
                .toList();
    }

    void print(List<Finding> findings) {
        long unchanged = findings.stream().filter(finding -> !finding.changed()).count();
        report(findings).stream().filter(line -> line.finding().changed()).forEach(this::print);
        out.println("%d schemas are as in force, %d differ, %d break readers."
                .formatted(
                        unchanged,
                        findings.size() - unchanged,
                        findings.stream().filter(Finding::breaks).count()));
        out.flush();
    }

    private void print(Line line) {
        Finding finding = line.finding();
        out.println("%s: differs from schema %d, which is in force".formatted(finding.event(), finding.id()));
        if (!finding.newUnreadByOld().isEmpty()) {
            out.println("  Who reads by the schema in force cannot read what is written by the new one:");
            finding.newUnreadByOld().forEach(problem -> out.println("    " + problem));
            out.println("  Readers that break: " + String.join(", ", finding.readers()));
        }
        if (!finding.oldUnreadByNew().isEmpty()) {
            out.println("  Who reads by the new one cannot read what was written by the schema in force:");
            finding.oldUnreadByNew().forEach(problem -> out.println("    " + problem));
        }
        if (!finding.breaks()) {
            out.println("  No reader breaks: each reads what the other writes.");
        }
        line.unread()
                .forEach(unread -> out.println("  %s has at most %d records of before to read at %s%s"
                        .formatted(
                                unread.group(),
                                unread.unread(),
                                unread.topic(),
                                unread.oldest().isEmpty() ? "" : ", the first of " + unread.oldest())));
        if (line.unread().isEmpty()) {
            out.println("  No group that operations sees has anything of before to read.");
        }
    }

    private List<Unread> unread(Set<String> topics) {
        List<Unread> unread = new ArrayList<>();
        for (JsonNode row : lag.path("rows")) {
            String topic = row.path("topic").asString("");
            if (topics.contains(topic) && row.path("unread").asLong(0) > 0) {
                unread.add(new Unread(
                        row.path("system").asString(""),
                        row.path("group").asString(""),
                        topic,
                        row.path("unread").asLong(0),
                        row.path("oldest").asString("")));
            }
        }
        return unread;
    }
}
