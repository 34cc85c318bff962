package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.heliograph.faults.Submitter.Answer;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;

/**
 * Submissions by REST at IOM, UNODC and XA, a few a second at each, while faults happen. Afterwards each of them must
 * have become what its answer said.
 */
final class Load implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final List<Component> SERVICES = List.of(Component.IOM, Component.UNODC, Component.XA);

    private final Ledger ledger;
    private final List<Submitter> submitters;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(SERVICES.size());

    Load(Stack stack, Ledger ledger) {
        this.ledger = ledger;
        this.submitters =
                SERVICES.stream().map(service -> new Submitter(stack, service)).toList();
        for (Submitter submitter : submitters) {
            var _ = threads.scheduleWithFixedDelay(submitter, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    long count(Answer answer) {
        return submitters.stream()
                .flatMap(submitter -> submitter.answers().values().stream())
                .filter(answer::equals)
                .count();
    }

    /** Returns when each service has accepted this many more. */
    void awaitAccepted(int more) {
        Map<Submitter, Long> before =
                submitters.stream().collect(Collectors.toMap(submitter -> submitter, Load::accepted));
        await("each service accepts again")
                .atMost(PATIENCE)
                .until(() -> submitters.stream()
                        .allMatch(submitter -> accepted(submitter) >= before.getOrDefault(submitter, 0L) + more));
    }

    private static long accepted(Submitter submitter) {
        return submitter.answers().values().stream()
                .filter(Answer.ACCEPTED::equals)
                .count();
    }

    /** Stops submitting, waits until all that was accepted is in the outboxes, and balances the books. */
    void assertKept() {
        stop();
        assertKept(ledger, submitters);
        assertThat(count(Answer.TURNED_AWAY)).as("tokens that were not taken").isZero();
    }

    /** Waits until each submission has become what its answer said, and balances the books. */
    static void assertKept(Ledger ledger, List<Submitter> submitters) {
        await("all that was accepted is offered")
                .atMost(PATIENCE)
                .pollInterval(OFTEN)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    ledger.awaitSettled();
                    assertThat(problems(ledger, submitters)).isEmpty();
                });
        ledger.assertBalanced();
    }

    private static List<String> problems(Ledger ledger, List<Submitter> submitters) {
        List<String> problems = new ArrayList<>();
        for (Submitter submitter : submitters) {
            Map<String, Long> offered = offered(ledger, submitter);
            submitter.answers().forEach((mark, answer) -> {
                long times = offered.getOrDefault(mark, 0L);
                boolean kept = switch (answer) {
                    case ACCEPTED -> times == 1;
                    case REFUSED, TURNED_AWAY -> times == 0;
                    case UNKNOWN -> times <= 1;
                    case WRONG -> false;
                };
                if (!kept) {
                    problems.add(
                            "%s: %s was %s, and is offered %d times".formatted(submitter.party(), mark, answer, times));
                }
            });
        }
        return problems;
    }

    private static Map<String, Long> offered(Ledger ledger, Submitter submitter) {
        boolean alerts = submitter.party().equals("iom");
        return ledger.offered(submitter.party(), alerts ? "AlertRoute" : "CoopRequest").stream()
                .map(event -> event.get(alerts ? "summary" : "subject").toString())
                .collect(Collectors.groupingBy(mark -> mark, Collectors.counting()));
    }

    private void stop() {
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
