package org.heliograph.desk.documents;

import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalAutoConfiguration;
import org.heliograph.desk.journal.JournalHandler;
import org.heliograph.events.AlertDocumentFraud;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Alerts on documents that come. */
@AutoConfiguration(after = JournalAutoConfiguration.class)
public final class DocumentsAutoConfiguration {

    @Bean
    JournalHandler<AlertDocumentFraud> documentFraudHandler(Journal journal) {
        return new JournalHandler<>(journal, DocumentFraudView.KIND);
    }
}
