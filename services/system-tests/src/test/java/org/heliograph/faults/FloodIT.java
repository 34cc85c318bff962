package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One party cannot take the others' time: on a stack of its own, with the gate and XA's service. */
class FloodIT {

    private static final int ENOUGH = 300;

    private static Stack stack;

    @BeforeAll
    static void start() {
        EnumSet<Component> components = EnumSet.copyOf(Component.infrastructure());
        components.addAll(List.of(Component.OPERATIONS, Component.GATE, Component.XA));
        stack = OwnStack.start(OwnStack.emptied("flood"), components);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** Both in the same run on the same machine; the bound is a ratio, whatever the machine. */
    @Test
    void flashOfOnePartyIsNotHeldUpByTheFloodOfAnother() throws InterruptedException {
        List<Duration> quiet;
        List<Duration> flooded;
        try (FlashWay way = new FlashWay(stack)) {
            way.measure(ENOUGH / 3);
            quiet = way.measure(ENOUGH);
            try (Flood flood = new Flood(stack)) {
                way.measure(ENOUGH / 10);
                flooded = way.measure(ENOUGH);

                System.out.printf(
                        "flood: %d sent, longest throttle %.0f ms; p50 %s -> %s, p99 %s -> %s%n",
                        flood.sent(),
                        flood.longestThrottle(),
                        p(50, quiet),
                        p(50, flooded),
                        p(99, quiet),
                        p(99, flooded));
                assertThat(flood.longestThrottle())
                        .as("XB is held to its quota")
                        .isPositive();
            }
        }
        try (Ledger ledger = new Ledger(stack)) {
            ledger.assertBalanced();
        }
        assertThat(p(99, flooded)).isLessThanOrEqualTo(p(99, quiet).multipliedBy(3));
    }

    private static Duration p(int percent, List<Duration> sorted) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
