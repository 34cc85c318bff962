package org.heliograph.gate;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this instance of the gate works. Read once at start.
 *
 * @param instance name of this instance, {@code [a-z0-9-]+}, its own among those that run at the same time and the same
 *     after a restart: a restarted gate ends what it had begun and takes its partitions back at once
 * @param batchRecords most records of one transaction, 1 to 5,000
 * @param batchBytes roughly how much is fetched at once, 1 to 64 MB
 * @param largestEvent larger events are refused, 1 kB to 1,000,000 bytes: a copy, with its headers, must fit into the
 *     1,048,588 bytes that a broker takes by default
 * @param previews most previews at a time, 1 to 8; of one party half as many, at least one
 */
@ConfigurationProperties("heliograph.gate")
record GateProperties(
        @DefaultValue("1") String instance,
        @DefaultValue("500") int batchRecords,
        @DefaultValue("8MB") DataSize batchBytes,
        @DefaultValue("1000000B") DataSize largestEvent,
        @DefaultValue("4") int previews) {

    private static final Pattern INSTANCE = Pattern.compile("[a-z0-9-]+");

    GateProperties {
        require(INSTANCE.matcher(instance).matches(), "instance", "a name [a-z0-9-]+, not " + instance);
        require(batchRecords >= 1 && batchRecords <= 5_000, "batch-records", "1 to 5000, not " + batchRecords);
        require(
                isWithin(batchBytes, DataSize.ofMegabytes(1), DataSize.ofMegabytes(64)),
                "batch-bytes",
                "1MB to 64MB, not " + batchBytes);
        require(
                isWithin(largestEvent, DataSize.ofKilobytes(1), DataSize.ofBytes(1_000_000)),
                "largest-event",
                "1KB to 1000000B, not " + largestEvent);
        require(previews >= 1 && previews <= 8, "previews", "1 to 8, not " + previews);
    }

    private static boolean isWithin(DataSize size, DataSize least, DataSize most) {
        return size.compareTo(least) >= 0 && size.compareTo(most) <= 0;
    }

    private static void require(boolean holds, String property, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("heliograph.gate." + property + ": expected " + expected);
        }
    }
}
