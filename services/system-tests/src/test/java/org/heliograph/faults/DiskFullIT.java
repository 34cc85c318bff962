package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Health;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StateFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The broker's disk is full: it ends, again and again, until there is space, and then goes on where it was. */
@Tag("long")
class DiskFullIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void nothingIsLostWhenTheBrokersDiskIsFull() throws IOException {
        StateFolder folder = OwnStack.emptied("disk");
        folder.create();
        Path data = Files.createDirectories(folder.data().resolve(Component.BROKER.id()));
        try (SmallDisk disk = new SmallDisk(data, "192m")) {
            assumeTrue(disk.isMounted(), "no right to mount a small file system: the broker's disk is not filled");
            EnumSet<Component> components = EnumSet.copyOf(Component.all());
            components.remove(Component.XB);
            try (Stack stack = OwnStack.start(folder, components);
                    Ledger ledger = new Ledger(stack);
                    Load load = new Load(stack, ledger)) {
                load.awaitAccepted(5);
                disk.fill();

                await("the broker ends for want of space")
                        .atMost(PATIENCE)
                        .until(() -> stack.restarts(Component.BROKER).all() >= 2);
                load.awaitAccepted(3);
                disk.free();

                await("the broker is back")
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(stack.components())
                                .allSatisfy(component ->
                                        assertThat(stack.health(component)).isEqualTo(Health.READY)));
                load.awaitAccepted(3);
                load.assertKept();
                System.out.println("disk full: " + stack.restarts(Component.BROKER) + " " + ledger.totals());
            }
        }
    }
}
