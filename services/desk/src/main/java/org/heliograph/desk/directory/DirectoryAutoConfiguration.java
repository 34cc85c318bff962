package org.heliograph.desk.directory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The directory over HTTP. */
@AutoConfiguration(after = DeskWebAutoConfiguration.class)
@EnableConfigurationProperties(DirectoryProperties.class)
public final class DirectoryAutoConfiguration {

    @Bean
    DirectoryController directoryController(DirectoryProperties properties, Clock clock) {
        @Nullable Path file = properties.file();
        return new DirectoryController(file == null ? List.of() : DirectoryFile.read(file), clock);
    }
}
