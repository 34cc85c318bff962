package org.heliograph.exchange.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Here and not beside the jar's build, because that module's tests run before its jar exists. */
class RegistryClientJarTest {

    private static final String BUNDLE = "org/apache/flink";

    @Test
    void hasItsOriginalNamesAndOnlyThose() throws Exception {
        try (JarFile jar = jar()) {
            List<String> classes = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();

            assertThat(classes).hasSizeGreaterThan(100).allMatch(name -> name.startsWith("io/confluent/"));
            for (String name : classes) {
                assertThat(content(jar, name)).as(name).doesNotContain(BUNDLE, BUNDLE.replace('/', '.'));
            }
        }
    }

    @Test
    void keepsTheNoticeOfWhatItCarries() throws Exception {
        try (JarFile jar = jar()) {
            assertThat(content(jar, "META-INF/NOTICE")).contains("io.confluent:kafka-schema-registry-client:7.5.3");
        }
    }

    private static JarFile jar() throws IOException, URISyntaxException {
        var location =
                SchemaRegistryClient.class.getProtectionDomain().getCodeSource().getLocation();
        return new JarFile(Path.of(location.toURI()).toFile());
    }

    private static String content(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getJarEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
