package org.heliograph.desk.receipts;

import java.time.Clock;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What recipients say of copies that they could not apply. */
@AutoConfiguration(after = {DeskWebAutoConfiguration.class, JdbcClientAutoConfiguration.class})
public final class CopyNoticesAutoConfiguration {

    @Bean
    CopyNotices copyNotices(JdbcClient jdbc, Clock clock) {
        return new CopyNotices(jdbc, clock);
    }

    @Bean
    CopyNoticeHandler copyNoticeHandler(CopyNotices notices, Outbox outbox, Receipts receipts) {
        return new CopyNoticeHandler(notices, new OwnEvents(outbox, receipts));
    }
}
