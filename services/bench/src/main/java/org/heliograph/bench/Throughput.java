package org.heliograph.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was carried between two looks.
 *
 * @param cpuMicros processor time for each record, by process
 */
record Throughput(long records, double perSecond, Map<String, Double> cpuMicros) {

    static final Throughput NONE = new Throughput(0, Double.NaN, Map.of());

    /** A look at a counter, and at what the processes have used by then. */
    record Look(long records, long nanos, Map<String, Long> cpuMicros) {

        static Look at(long records) {
            return new Look(records, System.nanoTime(), Usage.cpuMicros());
        }
    }

    static Throughput between(Look first, Look last) {
        long records = last.records() - first.records();
        if (records <= 0 || last.nanos() <= first.nanos()) {
            throw new IllegalArgumentException("nothing was carried between the two looks");
        }
        Map<String, Double> cpu = new TreeMap<>();
        last.cpuMicros().forEach((process, used) -> {
            double each = (used - first.cpuMicros().getOrDefault(process, 0L)) / (double) records;
            if (each >= 1) {
                cpu.put(process, each);
            }
        });
        return new Throughput(records, records * 1e9 / (last.nanos() - first.nanos()), cpu);
    }

    double cpuOfAll() {
        return cpuMicros.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
