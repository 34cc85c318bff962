package org.heliograph.desk.documents.web;

import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalAutoConfiguration;
import org.heliograph.desk.journal.Sending;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Alerts on documents over HTTP. */
@AutoConfiguration(after = JournalAutoConfiguration.class)
public final class DocumentsWebAutoConfiguration {

    @Bean
    DocumentFraudController documentFraudController(Sending sending, Journal journal, Receipts receipts) {
        return new DocumentFraudController(sending, journal, receipts);
    }
}
