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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Cooperation requests. The service brings a {@link Competence}. */
@AutoConfiguration(after = {DeskWebAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@EnableConfigurationProperties(ClockProperties.class)
public final class RequestsAutoConfiguration {

    @Bean
    JdbcRequests requests(JdbcClient jdbc, JsonMapper json) {
        return new JdbcRequests(jdbc, json);
    }

    @Bean
    JdbcSteps steps(JdbcClient jdbc, JsonMapper json) {
        return new JdbcSteps(jdbc, json);
    }

    @Bean
    JdbcCommands coopCommands(JdbcClient jdbc, JsonMapper json) {
        return new JdbcCommands(jdbc, json);
    }

    @Bean
    JdbcNotices notices(JdbcClient jdbc) {
        return new JdbcNotices(jdbc);
    }

    @Bean
    JdbcDeadlines deadlines(JdbcClient jdbc, JsonMapper json) {
        return new JdbcDeadlines(jdbc, json);
    }

    @Bean
    CoopDispatches coopDispatches(Outbox outbox, Envelopes envelopes) {
        return new CoopDispatches(outbox, envelopes);
    }

    @Bean
    @ConditionalOnMissingBean
    Protocol protocol(Clock clock, Competence competence) {
        return new Protocol(clock, competence);
    }

    @Bean
    Clocks requestClocks(ClockProperties properties, Clock clock) {
        return new Clocks(properties.ownPaces(), properties.calendar(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    RequestFiles requestFiles(
            PartyProperties party,
            Protocol protocol,
            Clocks clocks,
            JdbcRequests requests,
            JdbcSteps steps,
            JdbcCommands commands,
            Receipts receipts) {
        return new RequestFiles(party.party(), protocol, clocks, requests, steps, commands, receipts);
    }

    @Bean
    NamedRequests namedRequests(RequestFiles files) {
        return new NamedRequests(files);
    }

    @Bean
    @ConditionalOnMissingBean
    Submissions submissions(
            PartyProperties party,
            Envelopes envelopes,
            CoopDispatches dispatches,
            Previews previews,
            JdbcRequests requests,
            JdbcClient jdbc,
            RequestFiles files,
            PlatformTransactionManager transactions) {
        return new Submissions(
                party.party(),
                envelopes,
                dispatches,
                previews,
                requests,
                new JdbcSubmissions(jdbc),
                files,
                transaction(transactions));
    }

    @Bean
    @ConditionalOnMissingBean
    Casework casework(
            PartyProperties party,
            Protocol protocol,
            Clocks clocks,
            JdbcRequests requests,
            JdbcSteps steps,
            JdbcDeadlines deadlines,
            CoopDispatches dispatches,
            PlatformTransactionManager transactions) {
        return new Casework(
                party.party(), protocol, clocks, requests, steps, deadlines, dispatches, transaction(transactions));
    }

    @Bean
    @ConditionalOnMissingBean
    Commands commands(
            Protocol protocol,
            JdbcRequests requests,
            JdbcSteps steps,
            JdbcCommands commands,
            CoopDispatches dispatches,
            PlatformTransactionManager transactions) {
        return new Commands(protocol, requests, steps, commands, dispatches, transaction(transactions));
    }

    @Bean
    Addressees addressees(Previews previews, Clock clock) {
        return new Addressees(previews, EventTypes.REQUEST, clock);
    }

    @Bean
    ClockRound clockRound(
            PartyProperties party,
            Clocks clocks,
            JdbcDeadlines deadlines,
            Casework casework,
            PlatformTransactionManager transactions) {
        return new ClockRound(party.party(), clocks, deadlines, casework, transaction(transactions));
    }

    @Bean
    Rounds clockRounds(ClockRound round, ClockProperties properties) {
        return new Rounds("request-clocks", round::go, properties.every());
    }

    @Bean
    NoticeRound noticeRound(
            Previews previews,
            Clock clock,
            JdbcNotices notices,
            JdbcRequests requests,
            CoopDispatches dispatches,
            PlatformTransactionManager transactions) {
        return new NoticeRound(
                new Addressees(previews, EventTypes.NOTICE, clock),
                notices,
                requests,
                dispatches,
                transaction(transactions));
    }

    @Bean
    Rounds noticeRounds(NoticeRound round, ClockProperties properties) {
        return new Rounds("request-notices", round::go, properties.every());
    }

    @Bean
    RequestConfirmations requestConfirmations(JdbcClient jdbc) {
        return new RequestConfirmations(jdbc);
    }

    @Bean
    CoopRequestHandler coopRequestHandler(
            PartyProperties party, JdbcRequests requests, JdbcCommands commands, Casework casework) {
        return new CoopRequestHandler(party.party(), requests, commands, casework);
    }

    @Bean
    CoopEventHandler coopEventHandler(
            PartyProperties party, JdbcRequests requests, JdbcSteps steps, JdbcCommands commands, Casework casework) {
        return new CoopEventHandler(party.party(), requests, steps, commands, casework, new Views(requests, steps));
    }

    private static TransactionOperations transaction(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
