package org.heliograph.desk.directory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the directory lies.
 *
 * @param file YAML; without one the directory is empty
 */
@ConfigurationProperties("heliograph.directory")
record DirectoryProperties(@Nullable Path file) {}
