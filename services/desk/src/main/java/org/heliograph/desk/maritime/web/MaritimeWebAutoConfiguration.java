package org.heliograph.desk.maritime.web;

import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.maritime.DistressRelay;
import org.heliograph.desk.maritime.MaritimeAutoConfiguration;
import org.heliograph.desk.reads.Reads;
import org.heliograph.desk.reads.ReadsAutoConfiguration;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Distress over HTTP. */
@AutoConfiguration(after = {MaritimeAutoConfiguration.class, ReadsAutoConfiguration.class})
public final class MaritimeWebAutoConfiguration {

    @Bean
    DistressController distressController(DistressRelay relay, Journal journal, Receipts receipts, Reads reads) {
        return new DistressController(relay, journal, receipts, reads);
    }
}
