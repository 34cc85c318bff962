package org.heliograph.bench;

import org.jspecify.annotations.Nullable;

/**
 * A step of the ladder.
 *
 * @param throughput as fast as it goes
 * @param latency at a steady, modest rate; null where it was not measured
 */
record Step(String name, Throughput throughput, @Nullable Latency latency) {}
