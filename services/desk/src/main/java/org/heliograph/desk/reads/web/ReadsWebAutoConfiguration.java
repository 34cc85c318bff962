package org.heliograph.desk.reads.web;

import org.heliograph.desk.reads.Reads;
import org.heliograph.desk.reads.ReadsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The audit of reads over HTTP. */
@AutoConfiguration(after = ReadsAutoConfiguration.class)
public final class ReadsWebAutoConfiguration {

    @Bean
    ReadsController readsController(Reads reads) {
        return new ReadsController(reads);
    }
}
