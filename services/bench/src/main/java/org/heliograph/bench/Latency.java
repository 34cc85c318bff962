package org.heliograph.bench;

import org.HdrHistogram.Histogram;

/**
 * Times in milliseconds.
 *
 * @param count how many were measured
 */
record Latency(long count, double p50, double p99, double p999, double max) {

    /** Of a histogram in microseconds. */
    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1_000.0,
                micros.getValueAtPercentile(99) / 1_000.0,
                micros.getValueAtPercentile(99.9) / 1_000.0,
                micros.getMaxValue() / 1_000.0);
    }

    static Histogram histogram() {
        // Up to two minutes; what takes longer is recorded as that.
        return new Histogram(120_000_000L, 3);
    }

    static void record(Histogram micros, long nanos) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, micros.getHighestTrackableValue()));
    }
}
