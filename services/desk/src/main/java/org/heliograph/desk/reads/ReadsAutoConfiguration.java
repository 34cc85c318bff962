package org.heliograph.desk.reads;

import java.time.Clock;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The audit of reads by REST. */
@AutoConfiguration(after = {DeskWebAutoConfiguration.class, JdbcClientAutoConfiguration.class})
public final class ReadsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Reads reads(JdbcClient jdbc, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        return new Reads(jdbc, json, clock, new TransactionTemplate(transactions));
    }
}
