package org.heliograph.standalone.kits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The programs of each kit, and examples of what may be published. Programs are copied as they are and read
 * {@code kit.json}; in the README alone words are filled in.
 *
 * @param folder with a folder for each {@link KitLanguage}, and one with examples
 */
public record KitTemplates(Path folder) {

    private static final String README = "README.md";
    private static final Pattern WORD = Pattern.compile("\\{\\{(\\w+)}}");

    /** What is left beside the programs where somebody has run them in their place. */
    private static final Set<String> LEFT_BY_RUNNING = Set.of("node_modules", "target", "state", "__pycache__");

    /** All files of a kit by their names in it. */
    public SortedMap<String, String> files(KitContent content, KitLanguage language) {
        SortedMap<String, String> files = new TreeMap<>(content.files());
        Path programs = folder.resolve(language.toString());
        for (Path file : programs(programs)) {
            files.put(programs.relativize(file).toString(), read(file));
        }
        content.submissions()
                .forEach(submission -> files.put(submission.example(), read(folder.resolve(submission.example()))));
        files.computeIfPresent(README, (name, text) -> filled(text, content.words()));
        return files;
    }

    private static List<Path> programs(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> StreamSupport.stream(folder.relativize(file).spliterator(), false)
                            .noneMatch(part -> LEFT_BY_RUNNING.contains(part.toString())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text, Map<String, String> words) {
        return WORD.matcher(text).replaceAll(match -> {
            String word = words.get(match.group(1));
            if (word == null) {
                throw new IllegalStateException(
                        "the template names %s, which nobody fills in".formatted(match.group()));
            }
            return Matcher.quoteReplacement(word);
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
