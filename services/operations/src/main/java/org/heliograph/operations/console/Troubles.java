package org.heliograph.operations.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.operations.lag.LagReport;
import org.heliograph.operations.lag.LagState;
import org.heliograph.operations.lag.Walls;
import org.heliograph.operations.policy.Drift;
import org.heliograph.pages.design.Shell;

/** All that is wrong now, worst first. On one thread. */
final class Troubles {

    private final Situation situation;
    private final Walls walls;
    private final Shell shell;
    private final List<Trouble> found = new ArrayList<>();

    private Troubles(Situation situation, Walls walls, Shell shell) {
        this.situation = situation;
        this.walls = walls;
        this.shell = shell;
    }

    /**
     * Looks everywhere.
     *
     * @param stale looks and comparisons that are older than this are none
     */
    static List<Trouble> of(
            Situation situation, Walls walls, Collection<Letters> letters, Shell shell, Duration stale) {
        Troubles troubles = new Troubles(situation, walls, shell);
        Instant oldest = shell.now().minus(stale);
        if (situation.policy().isEmpty()) {
            troubles.add(Trouble.Kind.NO_POLICY, "");
        } else {
            troubles.drift(oldest);
            troubles.readers(oldest);
        }
        situation.gatesBehind().forEach(gate -> troubles.add(Trouble.Kind.GATE_BEHIND, "", gate));
        letters.forEach(troubles::letters);
        troubles.found.sort(Comparator.comparing(Trouble::kind));
        return List.copyOf(troubles.found);
    }

    private void drift(Instant oldest) {
        Optional<Drift> drift = situation.drift();
        if (drift.isEmpty() || drift.get().at().isBefore(oldest)) {
            add(
                    Trouble.Kind.NOT_COMPARED,
                    "/drift",
                    drift.map(last -> shell.time(last.at())).orElse("–"));
        }
        drift.ifPresent(last -> {
            last.ownRights().forEach(right -> add(Trouble.Kind.OWN_RIGHTS, "/drift", right));
            if (!last.items().isEmpty()) {
                add(Trouble.Kind.DRIFT, "/drift", last.items().size());
            }
        });
    }

    private void readers(Instant oldest) {
        Optional<LagReport> lag = situation.lag();
        if (lag.isEmpty() || lag.get().at().isBefore(oldest)) {
            add(
                    Trouble.Kind.READERS_NOT_SEEN,
                    "/lag",
                    lag.map(last -> shell.time(last.at())).orElse("–"));
        }
        lag.ifPresent(report -> {
            report.seenBy(walls).rows().stream()
                    .filter(line -> line.state() != LagState.OK)
                    .forEach(line -> add(
                            Trouble.Kind.of(line.state()),
                            ConsolePaths.group(line.group(), line.topic()),
                            line.group(),
                            line.topic(),
                            line.party() == null ? shell.text("lag.platform") : shell.party(line.party())));
            report.unavailable().forEach(one -> add(Trouble.Kind.UNAVAILABLE, "/lag", one.name(), one.reason()));
        });
    }

    private void letters(Letters letters) {
        if (letters.open() > 0) {
            add(Trouble.Kind.DEAD_LETTERS, "/letters", shell.party(letters.party()), letters.open());
        }
        Set<Others.Silence> meant = Set.of(Others.Silence.NOT_CONFIGURED, Others.Silence.WITHHELD);
        letters.silence()
                .filter(silence -> !meant.contains(silence))
                .ifPresent(silence -> add(
                        Trouble.Kind.SERVICE_SILENT,
                        "/letters",
                        shell.party(letters.party()),
                        shell.word("silence", silence)));
    }

    private void add(Trouble.Kind kind, String link, Object... about) {
        found.add(new Trouble(kind, List.of(about), link));
    }
}
