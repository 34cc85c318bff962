package org.heliograph.desk.pages.shared;

import org.heliograph.desk.receipts.CopyNotices;
import org.heliograph.desk.receipts.Recipients;
import org.heliograph.desk.receipts.web.RecipientsWebAutoConfiguration;
import org.heliograph.exchange.outbox.Outbox;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What the party sent, on pages. */
@AutoConfiguration(after = RecipientsWebAutoConfiguration.class)
public final class SharedPagesAutoConfiguration {

    @Bean
    SharedController sharedController(Outbox outbox, Recipients recipients, CopyNotices notices) {
        return new SharedController(outbox, recipients, notices);
    }
}
