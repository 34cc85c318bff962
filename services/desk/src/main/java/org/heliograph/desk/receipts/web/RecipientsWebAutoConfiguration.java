package org.heliograph.desk.receipts.web;

import org.heliograph.desk.receipts.Confirmations;
import org.heliograph.desk.receipts.CopyNotices;
import org.heliograph.desk.receipts.CopyNoticesAutoConfiguration;
import org.heliograph.desk.receipts.Recipients;
import org.heliograph.desk.requests.RequestsAutoConfiguration;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** To whom the party's own events went, over HTTP. */
@AutoConfiguration(after = {RequestsAutoConfiguration.class, CopyNoticesAutoConfiguration.class})
public final class RecipientsWebAutoConfiguration {

    @Bean
    Recipients recipients(
            Outbox outbox, Receipts receipts, ObjectProvider<Confirmations> confirmations, CopyNotices notices) {
        return new Recipients(outbox, receipts, confirmations.stream().toList(), notices);
    }

    @Bean
    RecipientsController recipientsController(Recipients recipients) {
        return new RecipientsController(recipients);
    }

    @Bean
    ReturnedCopiesController returnedCopiesController(CopyNotices notices) {
        return new ReturnedCopiesController(notices);
    }
}
