package org.heliograph.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the REST layer.
 *
 * @param maxBody the largest request body, 1 KB to 10 MB
 * @param retryAfter what a caller is told to wait when the database or the identity provider is away, 1 s to 1 h
 */
@ConfigurationProperties("heliograph.desk")
public record DeskProperties(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("5s") Duration retryAfter) {

    public DeskProperties {
        if (maxBody.compareTo(DataSize.ofKilobytes(1)) < 0 || maxBody.compareTo(DataSize.ofMegabytes(10)) > 0) {
            throw new IllegalArgumentException("heliograph.desk.max-body: expected 1KB to 10MB, not " + maxBody);
        }
        if (retryAfter.compareTo(Duration.ofSeconds(1)) < 0 || retryAfter.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("heliograph.desk.retry-after: expected 1s to 1h, not " + retryAfter);
        }
    }
}
