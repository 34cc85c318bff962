package org.heliograph.desk.requests.web;

import jakarta.validation.Validator;
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
            RequestFiles files, Submissions submissions, SubmissionRules rules, JsonMapper json) {
        return new RequestsController(files, submissions, rules, json);
    }

    @Bean
    KindsController kindsController(Addressees addressees) {
        return new KindsController(addressees);
    }

    @Bean
    SubmissionRules submissionRules(PartyProperties party, Addressees addressees, Clock clock) {
        return new SubmissionRules(party.party(), addressees, clock);
    }

    @Bean
    WrittenInput writtenInput(JsonMapper json, Validator validator, SubmissionRules rules) {
        return new WrittenInput(json, validator, rules);
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
