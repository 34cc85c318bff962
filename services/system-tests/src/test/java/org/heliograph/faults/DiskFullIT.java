package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.heliograph.faults.Submitter.Answer;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Health;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The disk of the broker is full: it ends, again and again, until there is room; all that was accepted arrives. */
@HeliographStack
@Tag("long")
class DiskFullIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SOME = 5;
    private static final long ROOM = 16 << 20;

    private final Stack stack;

    DiskFullIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void everythingGoesOnOnceThereIsRoomAgain() throws IOException {
        try (SmallDisk disk = disk();
                MovedLog log = new MovedLog(stack, disk)) {
            log.begin();
            disk.leaveRoomFor(ROOM);
            awaitRecovery();
            try (Ledger ledger = new Ledger(stack);
                    Load load = new Load(stack, ledger)) {
                load.awaitAccepted(SOME);
                int before = ends();
                try {
                    disk.fill();
                    await("the broker ends, and ends again")
                            .atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(ends()).isGreaterThan(before + 1));
                    load.awaitAccepted(SOME);
                } finally {
                    disk.free();
                }
                awaitRecovery();
                load.awaitAccepted(SOME);
                load.assertKept();
                System.out.println("disk full: the broker ended %d times; accepted %d, refused %d, unknown %d; all: %s"
                        .formatted(
                                ends() - before,
                                load.count(Answer.ACCEPTED),
                                load.count(Answer.REFUSED),
                                load.count(Answer.UNKNOWN),
                                ledger.totals()));
            }
        }
        awaitRecovery();
    }

    private static SmallDisk disk() {
        boolean embedded = System.getProperty("heliograph.backbone", "embedded").equals("embedded");
        Optional<SmallDisk> disk = embedded ? SmallDisk.mount() : Optional.empty();
        String lacking = embedded
                ? "skipped: a small file system cannot be mounted here (only root may)"
                : "skipped: the log of a broker in a container is not moved";
        if (disk.isEmpty()) {
            System.out.println("DiskFullIT " + lacking);
        }
        Assumptions.assumeTrue(disk.isPresent(), lacking);
        return disk.orElseThrow();
    }

    private int ends() {
        return stack.restarts(Component.BROKER).all();
    }

    private void awaitRecovery() {
        await("all is ready again")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.components())
                        .allSatisfy(component -> assertThat(stack.health(component))
                                .as(component.id())
                                .isEqualTo(Health.READY)));
    }

    /** The broker's log, on another disk until it is closed. */
    private static final class MovedLog implements AutoCloseable {

        private final Stack stack;
        private final SmallDisk disk;
        private final Path log;
        private final Path before;

        MovedLog(Stack stack, SmallDisk disk) {
            this.stack = stack;
            this.disk = disk;
            this.log = stack.state().data().resolve(Component.BROKER.id());
            this.before = log.resolveSibling(Component.BROKER.id() + "-before");
        }

        void begin() throws IOException {
            stack.stop(Component.BROKER);
            Path moved = disk.copyOf(log);
            Files.move(log, before);
            Files.createSymbolicLink(log, moved);
            stack.start(Component.BROKER);
        }

        /** With all that was written meanwhile. */
        @Override
        public void close() throws IOException {
            stack.stop(Component.BROKER);
            if (Files.isSymbolicLink(log)) {
                Path returned = log.resolveSibling(Component.BROKER.id() + "-returned");
                SmallDisk.copy(log.toRealPath(), returned);
                Files.delete(log);
                Files.move(returned, log);
                SmallDisk.delete(before);
            }
            stack.start(Component.BROKER);
        }
    }
}
