package org.heliograph.operations.lag;

/** What became of the number of unread records over the last looks. */
public enum Trend {
    SHRINKING,
    STEADY,
    GROWING;

    private static final double NOTEWORTHY = 0.1;

    /**
     * By the line that fits the numbers best, so that one which goes up and down is judged by where it is heading. A
     * change of less than a tenth of the mean is none.
     *
     * @param unread at equal intervals, oldest first
     */
    static Trend of(long[] unread) {
        int number = unread.length;
        if (number < 2) {
            return STEADY;
        }
        double middle = (number - 1) / 2.0;
        double mean = 0;
        for (long each : unread) {
            mean += (double) each / number;
        }
        double together = 0;
        double squares = 0;
        for (int i = 0; i < number; i++) {
            together += (i - middle) * (unread[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        double change = together / squares * (number - 1);
        if (Math.abs(change) < Math.max(1, NOTEWORTHY * mean)) {
            return STEADY;
        }
        return change > 0 ? GROWING : SHRINKING;
    }
}
