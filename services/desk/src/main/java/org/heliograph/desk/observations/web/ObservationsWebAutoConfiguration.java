package org.heliograph.desk.observations.web;

import org.heliograph.desk.observations.ObservationPublishing;
import org.heliograph.desk.observations.Observations;
import org.heliograph.desk.observations.ObservationsAutoConfiguration;
import org.heliograph.desk.requests.Results.Making;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Observations over HTTP. */
@AutoConfiguration(after = ObservationsAutoConfiguration.class)
public final class ObservationsWebAutoConfiguration {

    @Bean
    ObservationsController observationsController(
            Observations observations, ObservationPublishing publishing, JsonMapper json) {
        return new ObservationsController(observations, publishing, json);
    }

    @Bean
    Making madeObservations() {
        return new Making("research.observation", "/api/v1/observations");
    }
}
