package org.heliograph.desk.pages.submission;

import java.time.Clock;
import org.heliograph.desk.pages.seen.SeenAutoConfiguration;
import org.heliograph.desk.pages.seen.SeenEvents;
import org.heliograph.desk.requests.Addressees;
import org.heliograph.desk.requests.Submissions;
import org.heliograph.desk.requests.web.RequestsWebAutoConfiguration;
import org.heliograph.desk.requests.web.WrittenInput;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Requests are written on pages. */
@AutoConfiguration(after = {RequestsWebAutoConfiguration.class, SeenAutoConfiguration.class})
public final class WritingPagesAutoConfiguration {

    @Bean
    WritingController writingController(
            Submissions submissions,
            WrittenInput input,
            Addressees addressees,
            SeenEvents events,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        return new WritingController(submissions, input, addressees, new JdbcDrafts(jdbc, json, clock), events, json);
    }
}
