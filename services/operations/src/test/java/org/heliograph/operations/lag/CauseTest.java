package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CauseTest {

    @ParameterizedTest
    @EnumSource
    void hasAPlaceInTheRunbook(Cause cause) throws IOException {
        String[] where = cause.runbook().split("#", 2);

        assertThat(Files.readAllLines(Path.of("../..").resolve(where[0])).stream()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring("## ".length()).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .contains(where[1]);
    }
}
