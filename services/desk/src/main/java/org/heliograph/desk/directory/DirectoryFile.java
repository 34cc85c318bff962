package org.heliograph.desk.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the directory. */
final class DirectoryFile {

    private DirectoryFile() {}

    /** @throws IllegalArgumentException that names the file, the entry, and what is expected */
    static List<DesignatedAuthority> read(Path file) {
        Binder binder = new Binder(source(file));
        try {
            return binder.bind(
                            "authorities",
                            Bindable.listOf(DesignatedAuthority.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .orElseGet(List::of);
        } catch (BindException e) {
            throw new IllegalArgumentException(
                    "heliograph.directory.file: " + file + ": " + e.getName() + ": "
                            + deepest(e).getMessage(),
                    e);
        }
    }

    private static Iterable<ConfigurationPropertySource> source(Path file) {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            for (PropertySource<?> document :
                    new YamlPropertySourceLoader().load("directory", new FileSystemResource(file))) {
                sources.addLast(document);
            }
            return ConfigurationPropertySources.from(sources);
        } catch (IOException | IllegalStateException | YAMLException e) {
            throw new IllegalArgumentException("heliograph.directory.file: " + file + ": expected readable YAML", e);
        }
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
