package org.heliograph.desk.alerts;

import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Received alerts. */
@AutoConfiguration(after = {DeskWebAutoConfiguration.class, JdbcClientAutoConfiguration.class})
public final class AlertsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RouteAlerts routeAlerts(JdbcClient jdbc, JsonMapper json) {
        return new RouteAlerts(jdbc, json);
    }

    @Bean
    AlertRouteHandler alertRouteHandler(RouteAlerts alerts) {
        return new AlertRouteHandler(alerts);
    }
}
