package org.heliograph.desk.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.heliograph.cooperation.ClockKind;
import org.heliograph.cooperation.Pace;
import org.heliograph.cooperation.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ClockPropertiesTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Clocked.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ClockProperties.class)
    static class Clocked {
        @Bean
        WorkCalendar calendar(ClockProperties properties) {
            return properties.calendar();
        }
    }

    @Test
    void changesOneSpanOfOneKindAndLeavesTheOthers() {
        service.withPropertyValues("heliograph.clocks.paces.urgent-law-enforcement.acknowledge=90m")
                .run(context -> assertThat(
                                context.getBean(ClockProperties.class).ownPaces())
                        .hasSize(1)
                        .containsEntry(
                                ClockKind.URGENT_LAW_ENFORCEMENT,
                                new Pace(Duration.ofMinutes(90), Duration.ofHours(8), Duration.ofHours(4), false)));
    }

    @Test
    void takesZoneRestDaysAndHolidays(@TempDir Path folder) throws IOException {
        Path holidays = Files.writeString(
                folder.resolve("holidays.txt"), "# of XA\n\n2026-12-25 Christmas\n  2027-01-01\tNew Year\n");

        service.withPropertyValues(
                        "heliograph.clocks.zone=Africa/Tripoli",
                        "heliograph.clocks.rest-days=FRIDAY",
                        "heliograph.clocks.holidays=" + holidays)
                .run(context -> {
                    WorkCalendar calendar = context.getBean(WorkCalendar.class);
                    assertThat(calendar.zone()).isEqualTo(ZoneId.of("Africa/Tripoli"));
                    assertThat(calendar.rest()).hasToString("[FRIDAY]");
                    assertThat(calendar.holidays())
                            .containsExactlyInAnyOrder(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    every=0s                          | heliograph.clocks.every
                    zone=Atlantis/Capital             | heliograph.clocks.zone
                    rest-days=0,MONDAY                | heliograph.clocks.rest-days
                    holidays=no/such/file             | heliograph.clocks.holidays
                    paces.technical.acknowledge=soon  | heliograph.clocks.paces.technical.acknowledge
                    paces.technical.acknowledge=31d   | heliograph.clocks.paces.technical
                    paces.hurried.acknowledge=1h      | heliograph.clocks.paces
                    """)
    void stopsTheStartAtAWrongValueAndNamesTheProperty(String setting, String property) {
        service.withPropertyValues("heliograph.clocks." + setting)
                .run(context -> assertThat(said(context.getStartupFailure())).contains(property));
    }

    @Test
    void wantsADayToWorkOn() {
        service.withPropertyValues(
                        "heliograph.clocks.rest-days=MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY")
                .run(context ->
                        assertThat(said(context.getStartupFailure())).contains("rest-days: expected a working day"));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-25", "25.12.2026 Christmas", "Christmas 2026-12-25", "2026-02-30 Nothing"})
    void namesALineOfHolidaysThatItCannotRead(String line, @TempDir Path folder) throws IOException {
        Path holidays = Files.writeString(folder.resolve("holidays.txt"), "2026-01-01 New Year\n" + line + "\n");

        service.withPropertyValues("heliograph.clocks.holidays=" + holidays)
                .run(context -> assertThat(said(context.getStartupFailure()))
                        .contains("heliograph.clocks.holidays", "line 2", line));
    }

    private static String said(@Nullable Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append('\n');
        }
        return said.toString();
    }
}
