package org.heliograph.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heliograph.operations.cluster.DriftItem;
import org.heliograph.operations.lag.Cause;
import org.heliograph.operations.lag.LagReport;
import org.heliograph.operations.lag.LagRow;
import org.heliograph.operations.lag.LagState;
import org.heliograph.operations.lag.Looks;
import org.heliograph.operations.lag.Trend;
import org.heliograph.operations.lag.Unread;
import org.heliograph.operations.lag.Waiting;
import org.heliograph.operations.lag.Why;
import org.heliograph.operations.policy.AppliedPolicy;
import org.heliograph.operations.policy.Drift;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What operations knows, as a test puts it. */
final class StagedSituation implements Situation {

    private static final Why NOBODY = new Why(
            Cause.NOBODY_CONNECTED,
            "The group has no member.",
            Cause.NOBODY_CONNECTED.advice(),
            Cause.NOBODY_CONNECTED.runbook());

    private static final Instant RELEASED = Instant.parse("2026-11-28T08:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-28T10:00:00Z");

    /** A request that is urgent, and much that is not. */
    private static final Unread WAITING = new Unread(
            Map.of(Waiting.Urgency.FLASH, 1L, Waiting.Urgency.LOW, 40L),
            DUE,
            RELEASED,
            List.of(new Waiting("event-1", "coop.request", Waiting.Urgency.FLASH, RELEASED, DUE)));

    private volatile Optional<Policy> policy = Optional.empty();
    private volatile Optional<Drift> drift = Optional.empty();
    private volatile Map<DriftItem, Instant> since = Map.of();
    private volatile Optional<LagReport> lag = Optional.empty();
    private volatile SortedSet<String> gatesBehind = new TreeSet<>();
    private volatile Looks looks = new Looks();

    /** As at the start of operations. */
    void isEmpty() {
        policy = Optional.empty();
        drift = Optional.empty();
        since = Map.of();
        lag = Optional.empty();
        gatesBehind = new TreeSet<>();
        looks = new Looks();
    }

    void inForce(Policy now) {
        policy = Optional.of(now);
    }

    void compared(Instant at, List<DriftItem> items, List<String> ownRights, Instant found) {
        drift = Optional.of(new Drift("0123456789abcdef", at, items, ownRights));
        since = items.stream().collect(Collectors.toUnmodifiableMap(item -> item, _ -> found));
    }

    void behind(String gate) {
        gatesBehind = new TreeSet<>(List.of(gate));
    }

    /** Looks twice, ten seconds apart; as much was appended to each topic as is given. */
    void looked(Instant at, Map<String, Long> appended, LagRow... rows) {
        looks.add(new LagReport(at.minus(Duration.ofSeconds(10)), 5, List.of(rows), List.of()), appended);
        lag = Optional.of(new LagReport(at, 7, List.of(rows), List.of()));
        looks.add(lag.get(), appended);
    }

    void cannotLookAt(Instant at, LagReport.Unavailable one) {
        lag = Optional.of(new LagReport(at, 7, List.of(), List.of(one)));
    }

    static LagRow row(@Nullable String party, String group, String topic, long unread, LagState state) {
        return new LagRow(
                party,
                group.substring(0, Math.max(0, group.indexOf('.'))),
                group,
                topic,
                topic.substring(topic.lastIndexOf('.') + 1),
                6,
                unread,
                0L,
                unread == 0 ? null : Instant.now().minus(Duration.ofHours(5)),
                unread == 0 ? null : (Long) Duration.ofHours(5).toMillis(),
                unread == 0 ? null : (Long) Duration.ofHours(5).toMillis(),
                state,
                Trend.GROWING,
                state == LagState.OK ? null : NOBODY,
                null,
                true,
                WAITING,
                false);
    }

    @Override
    public Optional<AppliedPolicy> applied() {
        return policy.map(now -> new AppliedPolicy(now.version(), Instant.parse("2026-02-01T08:00:00Z")));
    }

    @Override
    public Optional<Policy> policy() {
        return policy;
    }

    @Override
    public SortedSet<String> gatesBehind() {
        return gatesBehind;
    }

    @Override
    public Optional<Drift> drift() {
        return drift;
    }

    @Override
    public Map<DriftItem, Instant> driftSince() {
        return since;
    }

    @Override
    public Optional<LagReport> lag() {
        return lag;
    }

    @Override
    public Looks looks() {
        return looks;
    }
}
