package org.heliograph.desk.maritime;

import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalAutoConfiguration;
import org.heliograph.desk.journal.JournalHandler;
import org.heliograph.desk.journal.Sending;
import org.heliograph.events.MaritimeDistress;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Distress that is relayed and that comes. */
@AutoConfiguration(after = JournalAutoConfiguration.class)
public final class MaritimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DistressRelay distressRelay(Sending sending, Journal journal, PlatformTransactionManager transactions) {
        return new DistressRelay(sending, journal, new TransactionTemplate(transactions));
    }

    @Bean
    JournalHandler<MaritimeDistress> distressHandler(Journal journal) {
        return new JournalHandler<>(journal, DistressView.KIND);
    }
}
