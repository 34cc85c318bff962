package org.heliograph.system;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes what was seen in one run comparable with what was seen in another. Each of the following is replaced by its
 * kind and by the order in which it was first seen, and nothing else is:
 *
 * <ul>
 *   <li>UUIDs: the ids of events and cases, which may be used once
 *   <li>instants since the runs began: when the product received, decided or answered. Times that the script gives its
 *       events lie before, and stay
 *   <li>the last part of a signature: two signatures of one content differ
 *   <li>the place and number of a record in the party's own outbox, which follow from what it sent itself
 * </ul>
 */
final class Placeholders {

    private static final Pattern REPLACED = Pattern.compile(String.join(
            "|",
            "(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})",
            "(?<instant>\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z)",
            "(?<=\\.\\.)(?<signature>[A-Za-z0-9_-]{86})",
            "(?<dispatch>\\boutbox\\.[a-z-]+-\\d+@\\d+)",
            "(?<=\"seq\": )(?<number>\\d+)"));
    private static final List<String> KINDS = List.of("id", "instant", "signature", "dispatch", "number");

    private final Instant begin;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    Placeholders(Instant begin) {
        this.begin = begin;
    }

    List<String> in(List<String> lines) {
        return lines.stream().map(this::in).toList();
    }

    String in(String line) {
        return REPLACED.matcher(line).replaceAll(this::placeholder);
    }

    private String placeholder(MatchResult found) {
        String text = found.group();
        String kind = KINDS.stream()
                .filter(name -> found.group(name) != null)
                .findFirst()
                .orElseThrow();
        if (kind.equals("instant") && Instant.parse(text).isBefore(begin)) {
            return text;
        }
        return known.computeIfAbsent(text, first -> "<" + kind + " " + last.merge(kind, 1, Integer::sum) + ">");
    }
}
