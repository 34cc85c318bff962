package org.heliograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Containers;
import org.heliograph.standalone.StackException;
import org.junit.jupiter.api.Test;

class BackboneTest {

    @Test
    void isEmbeddedOrContainersAndNothingElse() {
        assertThat(Backbone.named("embedded")).isEqualTo(Backbone.EMBEDDED);
        assertThat(Backbone.named("containers")).isEqualTo(Backbone.CONTAINERS);
        assertThatThrownBy(() -> Backbone.named("Docker"))
                .isInstanceOf(StackException.class)
                .hasMessage("heliograph.backbone: expected embedded or containers, not 'Docker'");
    }

    @Test
    void saysInOneLineThatThereIsNoEngine() {
        var program = new Containers.Program(
                Component.POSTGRES, List.of("postgres"), Map.of(), Set.of(), Set.of(), Path.of("log"), true);

        assertThatThrownBy(() -> new EngineContainers(() -> false).run(program))
                .isInstanceOf(StackException.class)
                .hasMessage("heliograph.backbone=containers needs a container engine, and none answers;"
                        + " start one, or leave the switch out");
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
