package org.heliograph.desk.observations;

import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Observations that came. */
@AutoConfiguration(after = {DeskWebAutoConfiguration.class, JdbcClientAutoConfiguration.class})
public final class ObservationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Observations observations(JdbcClient jdbc, JsonMapper json) {
        return new Observations(jdbc, json);
    }

    @Bean
    ObservationHandler observationHandler(Observations observations) {
        return new ObservationHandler(observations);
    }
}
