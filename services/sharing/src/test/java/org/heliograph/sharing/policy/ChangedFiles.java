package org.heliograph.sharing.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.fuzz.Choices;

/** The deployed files of the policy, with two grants, changed in words and lines as the choices have it. */
final class ChangedFiles {

    private static final Pattern WORD = Pattern.compile("[^\\s:,\\[\\]{}#\"]+");
    private static final int MOST_CHANGES = 8;

    private static final String GRANTS = """
            grants:
              gr-1:
                party: unodc
                event: alert.route
                purpose: STRATEGIC_ANALYSIS
                legalBasis: Article 18
                caseReference: any
                requestedBy: duty officer
                approvedBy: head of desk
                from: 2026-11-01T00:00:00Z
                until: 2026-12-01T00:00:00Z
              gr-2:
                party: xb
                event: coop.request
                variant: legislative
                purpose: LEGAL_COOPERATION
                legalBasis: agreement
                caseReference: exercise:0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11
                requestedBy: duty officer
                approvedBy: legal officer
                from: 2026-11-01T00:00:00Z
                until: 2026-11-20T00:00:00Z
            """;

    private static final Map<String, List<String>> LINES = lines();
    private static final List<String> WORDS = words();

    private ChangedFiles() {}

    static Map<String, String> of(Choices choices) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        LINES.forEach((name, lines) -> files.put(name, new ArrayList<>(lines)));
        for (int change = 0; change < MOST_CHANGES && !choices.areUsedUp(); change++) {
            change(files.getOrDefault(choices.one(PolicyFiles.NAMES), new ArrayList<>()), choices);
        }
        Map<String, String> changed = new LinkedHashMap<>();
        files.forEach((name, lines) -> changed.put(name, String.join("\n", lines)));
        return changed;
    }

    private static void change(List<String> lines, Choices choices) {
        if (lines.isEmpty()) {
            lines.add(text(choices, 200));
            return;
        }
        int at = choices.below(lines.size());
        String line = lines.get(at);
        switch (choices.below(10)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.add(choices.below(lines.size()), line);
            case 3 -> lines.set(at, "  " + line);
            case 4 ->
                lines.set(
                        at,
                        line.substring(
                                Math.min(2, line.length() - line.stripLeading().length())));
            case 5 -> lines.set(at, line.substring(0, choices.below(line.length() + 1)) + text(choices, 12));
            case 6 -> {
                lines.clear();
                lines.add(text(choices, 4_000));
            }
            default -> lines.set(at, replace(line, choices));
        }
    }

    private static String replace(String line, Choices choices) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        if (places.isEmpty()) {
            return line + choices.one(WORDS);
        }
        int[] place = choices.one(places);
        return line.substring(0, place[0]) + choices.one(WORDS) + line.substring(place[1]);
    }

    private static String text(Choices choices, int longest) {
        return new String(choices.bytes(longest), StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> lines() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String file : PolicyFiles.NAMES) {
            files.put(file, file.equals("grants.yaml") ? GRANTS.lines().toList() : deployed(file));
        }
        return files;
    }

    /** Without comments, in which a change would change nothing. */
    private static List<String> deployed(String file) {
        try (Stream<String> lines = Files.lines(PolicyFiles.DEPLOYED.resolve(file))) {
            return lines.filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words() {
        TreeSet<String> words = new TreeSet<>();
        LINES.values()
                .forEach(lines ->
                        lines.forEach(line -> WORD.matcher(line).results().forEach(word -> words.add(word.group()))));
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(
                "",
                "~",
                "null",
                "\"\"",
                "\"a\\nb\"",
                "\"a\\u0085b\"",
                "\"\\uD800\"",
                "&a",
                "*a",
                "!!binary",
                "!x",
                "{}",
                "[]",
                "? ",
                "- ",
                "|",
                ">",
                "---",
                "...",
                "%YAML 1.1",
                "0",
                "-1",
                "999999999999999999",
                "PT0S",
                "-P1D",
                "P106751991167300D",
                "PT0.000000001S",
                "+999999999-12-31T23:59:59.999999999Z",
                "-999999999-01-01T00:00:00+18:00",
                "[[[[",
                "\uFEFF",
                "\u0000",
                "\uD83D\uDE00",
                "İ"));
        return List.copyOf(all);
    }
}
