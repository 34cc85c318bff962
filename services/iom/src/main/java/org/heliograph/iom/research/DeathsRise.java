package org.heliograph.iom.research;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a month of a route is far above its own past twelve. It is worked out from published figures alone, so that
 * it cannot tell more than they do: a suppressed month among the twelve counts as 10, the most that can be hidden for
 * being few, and a suppressed newest month gives no alert.
 */
final class DeathsRise {

    /** Of each of the two figures, so that the two together are at most twice as likely by chance. */
    static final double THRESHOLD = 0.0005;

    static final int LEAST_RATIO = 2;

    private static final int YEAR = 12;

    private DeathsRise() {}

    sealed interface Outcome {}

    /** @param findings at least one */
    record Rise(List<Finding> findings) implements Outcome {

        public Rise {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A figure that is far above.
     *
     * @param mean of the twelve months before, the suppressed ones taken as 10
     * @param hidden how many of the twelve were suppressed
     */
    record Finding(Indicator indicator, int value, double mean, int hidden, double probability) {}

    enum NoRise implements Outcome {
        GAP("not all of the twelve months before are completely covered by the data"),
        SUPPRESSED("the dead and the missing of the month are suppressed"),
        NOT_FAR_ABOVE("the month is not far above the twelve before");

        private final String text;

        NoRise(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** @param released of the route, by month; without a month in which nothing is recorded for it */
    static Outcome of(YearMonth month, Map<YearMonth, Map<Indicator, Cell>> released, Coverage coverage) {
        if (coverage.gapsBefore(month) > 0) {
            return NoRise.GAP;
        }
        List<Finding> findings = new ArrayList<>();
        boolean visible = false;
        for (Indicator indicator : List.of(Indicator.DEAD, Indicator.MISSING)) {
            Integer value = cell(released.get(month), indicator).value();
            if (value != null) {
                visible = true;
                Finding finding = finding(indicator, value, month, released);
                if (finding.probability() <= THRESHOLD && value >= LEAST_RATIO * finding.mean()) {
                    findings.add(finding);
                }
            }
        }
        if (!findings.isEmpty()) {
            return new Rise(findings);
        }
        return visible ? NoRise.NOT_FAR_ABOVE : NoRise.SUPPRESSED;
    }

    private static Finding finding(
            Indicator indicator, int value, YearMonth month, Map<YearMonth, Map<Indicator, Cell>> released) {
        List<@Nullable Map<Indicator, Cell>> before = new ArrayList<>();
        IntStream.rangeClosed(1, YEAR).forEach(back -> before.add(released.get(month.minusMonths(back))));
        int hidden = (int) before.stream()
                .filter(cells -> cells != null && cell(cells, indicator).suppressed())
                .count();
        int[] counts = before.stream()
                .mapToInt(cells -> cells == null ? 0 : atMost(cell(cells, indicator)))
                .toArray();
        double mean = IntStream.of(counts).average().orElseThrow();
        double variance = IntStream.of(counts)
                        .mapToDouble(count -> (count - mean) * (count - mean))
                        .sum()
                / (YEAR - 1);
        return new Finding(indicator, value, mean, hidden, UpperTail.probability(mean, variance, value));
    }

    private static int atMost(Cell cell) {
        return cell.value() == null ? Disclosure.FEWEST - 1 : cell.value();
    }

    private static Cell cell(@Nullable Map<Indicator, Cell> cells, Indicator indicator) {
        return cells == null ? Cell.SUPPRESSED : cells.getOrDefault(indicator, Cell.SUPPRESSED);
    }
}
