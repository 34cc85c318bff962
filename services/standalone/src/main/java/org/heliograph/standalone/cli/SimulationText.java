package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Instant;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.simulation.SimulationReport;
import org.heliograph.sharing.simulation.SimulationReport.NotReplayed;

/** What a simulation found, for people. */
record SimulationText(PrintWriter out) {

    void print(Policy inForce, Instant since, SimulationReport report, long unreadable) {
        out.println("Replayed %d of %d decisions%s by version %s, which is in force, and by the files."
                .formatted(
                        report.replayed(),
                        report.read(),
                        since.equals(Instant.EPOCH) ? "" : " since " + since,
                        inForce.version().substring(0, 12)));
        notReplayed(report.notReplayed(), unreadable);
        if (report.changedSince() > 0) {
            out.println("  %d were decided by earlier versions, and otherwise than the one in force would"
                    .formatted(report.changedSince()));
        }
        if (report.unfaithful() > 0) {
            out.println("  WARNING: %d come out otherwise than the same version decided: do not rely on this"
                    .formatted(report.unfaithful()));
        }
        if (report.changed() == 0) {
            out.println("The files would have decided the same.");
        } else {
            differences(report);
        }
        out.flush();
    }

    private void notReplayed(NotReplayed not, long unreadable) {
        if (not.repeated() > 0) {
            out.println("  %d not replayed: they came again, and were not judged again".formatted(not.repeated()));
        }
        not.beforeThePolicy()
                .forEach((rule, number) -> out.println(
                        "  %d not replayed: refused by %s, which no policy changes".formatted(number, rule)));
        if (not.withoutFacts() > 0) {
            out.println("  %d not replayed: the audit does not hold what these policies ask for"
                    .formatted(not.withoutFacts()));
        }
        if (unreadable > 0) {
            out.println("  %d not replayed: unreadable, see audit verify".formatted(unreadable));
        }
    }

    private void differences(SimulationReport report) {
        out.println("The files would have decided %d otherwise.".formatted(report.changed()));
        if (!report.parties().isEmpty()) {
            out.println();
            out.println("Copies");
        }
        report.parties()
                .forEach(change -> out.println("  %-28s %-26s %s"
                        .formatted(change.party(), change.eventType(), sums(change.gains(), change.loses()))));
        if (!report.outcomes().isEmpty()) {
            out.println();
            out.println("Events");
        }
        report.outcomes()
                .forEach(change -> out.println("  %-28s %s -> %s: %d"
                        .formatted(change.eventType(), change.from(), change.to(), change.records())));
        if (!report.rules().isEmpty()) {
            out.println();
            out.println("Decisions about one party");
        }
        report.rules()
                .forEach(change ->
                        out.println("  %s -> %s: %d".formatted(change.from(), change.to(), change.decisions())));
    }

    private static String sums(long gains, long loses) {
        if (loses == 0) {
            return "gains " + gains;
        }
        return gains == 0 ? "loses " + loses : "gains %d, loses %d".formatted(gains, loses);
    }
}
