package org.heliograph.pages.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** For tests of all that has pages: what bundles and templates have to keep to. */
public final class SpokenWords {

    private static final Pattern TAG = Pattern.compile("<(?:[^>\"]|\"[^\"]*\")*>");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-zA-Z.-]*)[}(]");
    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile("\\s(?:title|alt|aria-label|placeholder)=\"");

    private SpokenWords() {}

    /** The keys of these bundles together, by name without a suffix. */
    public static Set<String> keys(String... bundles) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : bundles) {
            keys.addAll(bundle(bundle + ".properties").stringPropertyNames());
        }
        return keys;
    }

    /** Each word is in both languages, with as many arguments. */
    public static void areTheSameInBothLanguages(String bundle) throws IOException {
        Properties english = bundle(bundle + ".properties");
        Properties french = bundle(bundle + "_fr.properties");
        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(french.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    /** No template of a folder says anything that these keys do not. */
    public static void areAllThatTemplatesSay(Path folder, Set<String> keys) throws IOException {
        for (Path template : templates(folder)) {
            String html = Files.readString(template);
            assertThat(TAG.matcher(html).replaceAll("").replaceAll("[:\\s]", ""))
                    .as("text in %s that is in no bundle", template)
                    .isEmpty();
            assertThat(SPOKEN_ATTRIBUTE.matcher(html).find())
                    .as("words in an attribute of %s", template)
                    .isFalse();
            Matcher said = KEY.matcher(html);
            while (said.find()) {
                assertThat(keys).as(template.toString()).contains(said.group(1));
            }
        }
    }

    private static List<Path> templates(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(templates).isNotEmpty();
            return templates;
        }
    }

    private static List<Integer> arguments(String message) {
        return Arrays.stream(new MessageFormat(message).getFormatsByArgumentIndex())
                .map(format -> format == null ? 0 : 1)
                .toList();
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (InputStream file = SpokenWords.class.getResourceAsStream("/messages/" + name)) {
            assertThat(file).as(name).isNotNull();
            bundle.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return bundle;
    }
}
