package org.heliograph.iom.research;

/** How likely a count is to be at least so high. */
final class UpperTail {

    private UpperTail() {}

    /**
     * Of the negative binomial distribution with this mean and variance; of the Poisson distribution where the variance
     * is not above the mean.
     *
     * @param mean 0 or more
     * @param count 0 or more
     */
    static double probability(double mean, double variance, int count) {
        if (mean <= 0) {
            return count > 0 ? 0 : 1;
        }
        boolean scattered = variance > mean;
        double size = scattered ? mean * mean / (variance - mean) : Double.POSITIVE_INFINITY;
        // In logarithms, since the probability of no event at all is too small for a double where many are expected.
        double log = scattered ? size * Math.log(size / (size + mean)) : -mean;
        double below = 0;
        for (int k = 0; k < count; k++) {
            below += Math.exp(log);
            log += Math.log(scattered ? (k + size) / (k + 1) * (mean / (size + mean)) : mean / (k + 1));
        }
        return Math.max(0, 1 - below);
    }
}
