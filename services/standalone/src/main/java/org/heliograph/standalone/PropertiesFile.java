package org.heliograph.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings as a file that only the owner can read, since some of them are secrets. */
final class PropertiesFile {

    private PropertiesFile() {}

    static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static Path write(Path file, Map<String, ?> settings) {
        Properties properties = new Properties();
        settings.forEach((name, value) -> properties.setProperty(name, String.valueOf(value)));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, "Written at each start.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StateFolder.write(file, text.toString());
    }
}
