package org.heliograph.desk.requests.web;

import java.time.Clock;
import org.heliograph.desk.requests.Addressees;
import org.heliograph.desk.requests.Casework;
import org.heliograph.desk.requests.Commands;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.RequestsAutoConfiguration;
import org.heliograph.desk.requests.Submissions;
import org.heliograph.exchange.PartyProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Cooperation requests over HTTP. */
@AutoConfiguration(after = RequestsAutoConfiguration.class)
public final class RequestsWebAutoConfiguration {

    @Bean
    RequestsController requestsController(
            RequestFiles files,
            Submissions submissions,
            PartyProperties party,
            Addressees addressees,
            Clock clock,
            JsonMapper json) {
        return new RequestsController(files, submissions, new SubmissionRules(party.party(), addressees, clock), json);
    }

    @Bean
    KindsController kindsController(Addressees addressees) {
        return new KindsController(addressees);
    }

    @Bean
    CommandsController commandsController(RequestFiles files, Commands commands) {
        return new CommandsController(files, commands);
    }

    @Bean
    WorkListController workListController(RequestFiles files, Casework casework) {
        return new WorkListController(files, casework);
    }
}
