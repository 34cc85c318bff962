package org.heliograph.iom.research;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Distribution;
import org.heliograph.events.MessageType;
import org.heliograph.events.Status;
import org.heliograph.iom.alerts.PublishedAlerts;
import org.heliograph.iom.research.AlertReport.NotRaised;
import org.heliograph.iom.research.AlertReport.Raised;
import org.heliograph.iom.research.AlertReport.Step;
import org.heliograph.iom.research.JdbcRiseAlerts.Standing;
import org.heliograph.iom.research.RiseAlerts.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for rises of deaths once all figures are published: in the newest complete month, if it is not long ago; with a
 * replay also in all others, as an exercise. Alerts of earlier rounds are looked at again, as records may be corrected.
 */
@Component
class AlertRound {

    private final JdbcTold told;
    private final JdbcRecords records;
    private final JdbcRiseAlerts standing;
    private final RiseAlerts alerts;
    private final PublishedAlerts published;
    private final ResearchProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AlertRound(
            JdbcTold told,
            JdbcRecords records,
            JdbcRiseAlerts standing,
            RiseAlerts alerts,
            PublishedAlerts published,
            ResearchProperties properties,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.told = told;
        this.records = records;
        this.standing = standing;
        this.alerts = alerts;
        this.published = published;
        this.properties = properties;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    AlertReport look(boolean replay) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Coverage coverage = records.coverage();
        Optional<YearMonth> newest = coverage.newestComplete(today);
        Optional<YearMonth> actual = newest.filter(month -> isRecent(month, today));
        Map<String, Map<YearMonth, Map<Indicator, Cell>>> routes = told.routes();
        Map<Subject, Standing> earlier = standing.all();
        Set<Subject> subjects = new LinkedHashSet<>(earlier.keySet());
        routes.forEach((route, months) -> {
            actual.filter(months::containsKey)
                    .ifPresent(month -> subjects.add(new Subject(route, month, Status.ACTUAL)));
            if (replay) {
                coverage.complete(today).stream()
                        .filter(months::containsKey)
                        .filter(month -> actual.filter(month::equals).isEmpty())
                        .forEach(month -> subjects.add(new Subject(route, month, Status.EXERCISE)));
            }
        });
        List<Raised> raised = new ArrayList<>();
        Reasons reasons = new Reasons();
        if (actual.isEmpty()) {
            reasons.wholeMonth(newest, properties.alertAge(), replay);
        }
        Map<String, String> names = told.routeNames();
        for (Subject subject : subjects) {
            String name = names.getOrDefault(subject.routeCode(), subject.routeCode());
            DeathsRise.Outcome outcome =
                    DeathsRise.of(subject.month(), routes.getOrDefault(subject.routeCode(), Map.of()), coverage);
            settle(subject, name, outcome, earlier.get(subject)).ifPresent(raised::add);
            if (outcome instanceof DeathsRise.NoRise none) {
                reasons.add(subject.month(), none, coverage);
            }
        }
        return new AlertReport(newest.orElse(null), raised, reasons.list());
    }

    private boolean isRecent(YearMonth month, LocalDate today) {
        return !month.atEndOfMonth()
                .isBefore(today.minusDays(properties.alertAge().toDays()));
    }

    private Optional<Raised> settle(
            Subject subject, String name, DeathsRise.Outcome outcome, @Nullable Standing before) {
        return switch (outcome) {
            case DeathsRise.Rise rise -> {
                String summary = RiseAlerts.summary(name, subject.month(), rise);
                if (before != null && !before.withdrawn() && before.summary().equals(summary)) {
                    yield Optional.of(
                            new Raised(name, subject.month(), subject.status(), Step.UNCHANGED, before.eventId()));
                }
                MessageType type = before == null ? MessageType.ALERT : MessageType.UPDATE;
                AlertRoute event = alerts.event(subject, type, summary, Optional.of(rise));
                yield Optional.of(tell(subject, name, before == null ? Step.RAISED : Step.CHANGED, event, false));
            }
            case DeathsRise.NoRise _ -> {
                if (before == null || before.withdrawn()) {
                    yield Optional.empty();
                }
                String summary = RiseAlerts.withdrawal(name, subject.month());
                AlertRoute event = alerts.event(subject, MessageType.CANCEL, summary, Optional.empty());
                yield Optional.of(tell(subject, name, Step.WITHDRAWN, event, true));
            }
        };
    }

    private Raised tell(Subject subject, String name, Step step, AlertRoute event, boolean withdrawn) {
        Standing now =
                new Standing(event.getSummary(), withdrawn, event.getEnvelope().getEventId());
        transaction.executeWithoutResult(_ -> {
            standing.put(subject, now);
            published.store(event, new Distribution(List.of(), List.of()));
        });
        return new Raised(name, subject.month(), subject.status(), step, now.eventId());
    }

    /** Why there is no alert, gathered by month. */
    private static final class Reasons {

        private final TreeMap<String, NotRaised> reasons = new TreeMap<>();

        void wholeMonth(Optional<YearMonth> newest, Duration age, boolean replay) {
            reasons.put(
                    "",
                    newest.map(month -> new NotRaised(
                                    month,
                                    "NOT_RECENT",
                                    "the newest complete month ended more than %d days ago%s"
                                            .formatted(
                                                    age.toDays(),
                                                    replay ? "" : "; older months are looked at only with a replay"),
                                    0))
                            .orElseGet(() ->
                                    new NotRaised(null, "NO_COMPLETE_MONTH", "no month is complete and over", 0)));
        }

        void add(YearMonth month, DeathsRise.NoRise none, Coverage coverage) {
            String text = none == DeathsRise.NoRise.GAP
                    ? "%d of the twelve months before are not completely covered by the data"
                            .formatted(coverage.gapsBefore(month))
                    : none.text();
            reasons.merge(
                    month + none.name(),
                    new NotRaised(month, none.name(), text, 1),
                    (one, _) -> new NotRaised(month, none.name(), text, one.routes() + 1));
        }

        List<NotRaised> list() {
            return List.copyOf(reasons.values());
        }
    }
}
