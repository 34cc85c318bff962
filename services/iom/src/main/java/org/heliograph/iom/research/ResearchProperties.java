package org.heliograph.iom.research;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the statistics.
 *
 * @param maxFile the largest file that is taken, 1 KB to 1 GB
 * @param alertAge how long ago the newest complete month may have ended for an alert that is no exercise, 1 to 366 days
 * @param mostWaiting how many observations may wait to be sent before publishing waits too, 1 to 100,000
 */
@ConfigurationProperties("heliograph.research")
record ResearchProperties(
        @DefaultValue("64MB") DataSize maxFile,
        @DefaultValue("92d") Duration alertAge,
        @DefaultValue("100") int mostWaiting) {

    ResearchProperties {
        if (maxFile.compareTo(DataSize.ofKilobytes(1)) < 0 || maxFile.compareTo(DataSize.ofGigabytes(1)) > 0) {
            throw new IllegalArgumentException("heliograph.research.max-file: expected 1KB to 1GB, not " + maxFile);
        }
        if (alertAge.toDays() < 1 || alertAge.toDays() > 366) {
            throw new IllegalArgumentException("heliograph.research.alert-age: expected 1d to 366d, not " + alertAge);
        }
        if (mostWaiting < 1 || mostWaiting > 100_000) {
            throw new IllegalArgumentException(
                    "heliograph.research.most-waiting: expected 1 to 100000, not " + mostWaiting);
        }
    }
}
