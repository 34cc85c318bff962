package org.heliograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackboneTest {

    @Test
    void isEmbeddedOrContainersAndNothingElse() {
        assertThat(Backbone.named("embedded")).isEqualTo(Backbone.EMBEDDED);
        assertThat(Backbone.named("containers")).isEqualTo(Backbone.CONTAINERS);
        assertThatThrownBy(() -> Backbone.named("Docker"))
                .isInstanceOf(StackException.class)
                .hasMessage("heliograph.backbone: expected embedded or containers, not 'Docker'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:{free}", "unix://{folder}/docker.sock", "nowhere"})
    void saysInOneLineThatNoEngineAnswers(String address, @TempDir Path folder) throws Exception {
        String host = address.replace("{free}", freePort()).replace("{folder}", folder.toString());

        assertThat(StackInContainers.said(host, folder))
                .isEqualTo(("heliograph.backbone=containers needs a container engine, and none answers"
                                + " at DOCKER_HOST=%s; start one, or leave the switch out")
                        .formatted(host));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKER", "REGISTRY", "POSTGRES"})
    void takesTheImagesThatTheDocumentsAndTheCheckOfAChangeName(Component component) {
        assertThat(List.of(Path.of("../../docs/testing.md"), Path.of("../../.ci/run")))
                .allSatisfy(file -> assertThat(file).content().contains(EngineContainers.image(component)));
    }

    @Test
    void takesOtherImagesWhenTold() {
        String property = "heliograph.images.kafka";
        String before = System.getProperty(property);
        System.setProperty(property, "example/kafka:1");
        try {
            assertThat(EngineContainers.image(Component.BROKER)).isEqualTo("example/kafka:1");
        } finally {
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }
}
