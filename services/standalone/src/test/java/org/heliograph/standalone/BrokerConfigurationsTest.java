package org.heliograph.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConfigurationsTest {

    private static final String RIGHT = """
            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User\\:broker
            allow.everyone.if.no.acl.found=false
            """;

    @TempDir
    private Path folder;

    @Test
    void areRightWithTheBrokerAsItsOnlySuperUser() throws IOException {
        assertThat(drift(RIGHT)).isEmpty();
    }

    @Test
    void tellASuperUserAndABrokerThatChecksNothing() throws IOException {
        assertThat(drift(RIGHT.replace("broker", "broker;User\\:xa")))
                .containsExactly("broker.properties: super.users: found User:broker;User:xa, expected User:broker");
        assertThat(drift("")).hasSize(3);
    }

    private List<String> drift(String content) throws IOException {
        Path file = folder.resolve("broker.properties");
        Files.writeString(file, content);
        return new BrokerConfigurations(List.of(file)).drift();
    }
}
