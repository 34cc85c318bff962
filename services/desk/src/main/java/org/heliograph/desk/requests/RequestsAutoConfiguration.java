package org.heliograph.desk.requests;

import java.time.Clock;
import org.heliograph.cooperation.Competence;
import org.heliograph.cooperation.Protocol;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Cooperation requests. The service brings a {@link Competence}. */
@AutoConfiguration(after = {DeskWebAutoConfiguration.class, JdbcClientAutoConfiguration.class})
public final class RequestsAutoConfiguration {

    @Bean
    JdbcRequests requests(JdbcClient jdbc, JsonMapper json) {
        return new JdbcRequests(jdbc, json);
    }

    @Bean
    JdbcSteps steps(JdbcClient jdbc) {
        return new JdbcSteps(jdbc);
    }

    @Bean
    CoopDispatches coopDispatches(Outbox outbox, Previews previews, Envelopes envelopes) {
        return new CoopDispatches(outbox, previews, envelopes);
    }

    @Bean
    @ConditionalOnMissingBean
    Protocol protocol(Clock clock, Competence competence) {
        return new Protocol(clock, competence);
    }

    @Bean
    @ConditionalOnMissingBean
    RequestFiles requestFiles(JdbcRequests requests, JdbcSteps steps, Receipts receipts) {
        return new RequestFiles(requests, steps, receipts);
    }

    @Bean
    @ConditionalOnMissingBean
    Submissions submissions(
            PartyProperties party,
            Envelopes envelopes,
            CoopDispatches dispatches,
            JdbcRequests requests,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        return new Submissions(
                party.party(), envelopes, dispatches, requests, new JdbcSubmissions(jdbc), transaction(transactions));
    }

    @Bean
    @ConditionalOnMissingBean
    Casework casework(
            PartyProperties party,
            Protocol protocol,
            JdbcRequests requests,
            JdbcSteps steps,
            CoopDispatches dispatches,
            PlatformTransactionManager transactions) {
        return new Casework(party.party(), protocol, requests, steps, dispatches, transaction(transactions));
    }

    @Bean
    @ConditionalOnMissingBean
    Withdrawals withdrawals(
            JdbcRequests requests,
            JdbcSteps steps,
            CoopDispatches dispatches,
            PlatformTransactionManager transactions) {
        return new Withdrawals(requests, steps, dispatches, transaction(transactions));
    }

    @Bean
    RequestConfirmations requestConfirmations(JdbcClient jdbc) {
        return new RequestConfirmations(jdbc);
    }

    @Bean
    CoopRequestHandler coopRequestHandler(
            PartyProperties party, JdbcRequests requests, JdbcSteps steps, Casework casework) {
        return new CoopRequestHandler(party.party(), requests, steps, casework);
    }

    @Bean
    CoopEventHandler coopEventHandler(
            PartyProperties party, JdbcRequests requests, JdbcSteps steps, Casework casework) {
        return new CoopEventHandler(party.party(), requests, steps, casework, new Views(requests, steps));
    }

    private static TransactionOperations transaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
