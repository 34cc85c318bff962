package org.heliograph.exchange.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.Location;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The exchange's own tables, beside whatever other migrations the application has. Versions V0001 to V0999 are the
 * exchange's; out of order, so that it can add one below those of its users.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnClass(FlywayConfigurationCustomizer.class)
@ConditionalOnProperty("heliograph.party")
public final class SchemaAutoConfiguration {

    @Bean
    FlywayConfigurationCustomizer exchangeMigrations() {
        return configuration -> {
            List<Location> locations = new ArrayList<>(List.of(configuration.getLocations()));
            Location ours = Location.fromPath("classpath:", "db/exchange");
            if (!locations.contains(ours)) {
                locations.add(ours);
            }
            configuration.locations(locations.toArray(new Location[0])).outOfOrder(true);
        };
    }
}
