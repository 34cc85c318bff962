package org.heliograph.iom.research;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.GeoLevel;

/** What is in files, worked out in memory by the parts that the service is made of. */
final class Reading {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private Accounting account = Accounting.NOTHING;

    /** Whether a month of a route is far above its past twelve. */
    record Judgement(String routeCode, YearMonth month, DeathsRise.Outcome outcome) {}

    /** Each file is judged by itself, as each is sent by itself. */
    static Reading of(Path... files) throws IOException, MalformedFileException {
        Reading reading = new Reading();
        for (Path path : files) {
            RowJudge judge = new RowJudge(TODAY);
            try (InputStream file = Files.newInputStream(path)) {
                RowReader.read(file, row -> reading.add(judge.judge(row)));
            }
        }
        return reading;
    }

    Accounting account() {
        return account;
    }

    Collection<Tally> tallies() {
        return tallies.values();
    }

    /** Of all routes in all their months, as in a replay. */
    List<Judgement> judgements() {
        Coverage coverage = Coverage.of(days);
        Map<String, Map<YearMonth, Map<Indicator, Cell>>> routes = new TreeMap<>();
        tallies.values().stream()
                .filter(tally -> tally.group().level() == GeoLevel.ROUTE)
                .forEach(tally -> routes.computeIfAbsent(tally.group().code(), _ -> new HashMap<>())
                        .put(tally.month(), Disclosure.release(tally)));
        List<Judgement> judgements = new ArrayList<>();
        routes.forEach((code, months) -> months.keySet()
                .forEach(month -> judgements.add(new Judgement(code, month, DeathsRise.of(month, months, coverage)))));
        return judgements;
    }

    private void add(Judged judged) {
        account = account.plus(judged);
        if (judged instanceof Judged.Taken(IncidentRecord incident)) {
            days.add(incident.date());
            Group group = incident.group();
            tallies.merge(
                    incident.month() + " " + group.level() + " " + group.code(),
                    Tally.empty(group, incident.month()).plus(incident.counts()),
                    (sum, _) -> sum.plus(incident.counts()));
        }
    }
}
