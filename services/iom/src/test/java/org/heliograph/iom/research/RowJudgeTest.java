package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heliograph.events.GeoLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowJudgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final RowJudge judge = new RowJudge(TODAY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "web_id                | ''         | UNREADABLE_ID",
                "web_id                | it was so. | UNREADABLE_ID",
                "reported_date         | ''         | BLANK_DATE",
                "reported_date         | 17/05/2019 | UNREADABLE_DATE",
                "reported_date         | 2019-02-30 | UNREADABLE_DATE",
                "reported_date         | 2026-11-25 | UNREADABLE_DATE",
                "number_dead           | three      | UNREADABLE_COUNT",
                "number_dead           | 2.5        | UNREADABLE_COUNT",
                "number_dead           | 999999     | UNREADABLE_COUNT",
                "number_missing        | -1         | NEGATIVE_COUNT",
                "number_of_survivors   | -1         | NEGATIVE_COUNT",
                "total_dead_and_missing| 4          | TOTAL_DIFFERS",
                "number_of_female      | 2          | SEXES_BEYOND_TOTAL",
                "number_of_children    | 4          | CHILDREN_BEYOND_TOTAL",
                "location_coodinates   | ''         | UNREADABLE_COORDINATES",
                "location_coodinates   | 35.5       | UNREADABLE_COORDINATES",
                "location_coodinates   | 91, 0      | UNREADABLE_COORDINATES",
                "location_coodinates   | 35.5; 12   | UNREADABLE_COORDINATES",
                "migration_route       | ***        | UNREADABLE_PLACE"
            })
    void setsAsideForTheReasonThatApplies(String field, String text, SetAside reason) {
        Judged judged = judge.judge(Rows.with(field, text));

        assertThat(judged).isInstanceOfSatisfying(Judged.Aside.class, aside -> {
            assertThat(aside.reason()).isEqualTo(reason);
            assertThat(aside.row()).isEqualTo(1);
            assertThat(aside.webId()).isEqualTo(reason == SetAside.UNREADABLE_ID ? null : "2019.INVENTED1");
        });
    }

    @Test
    void keepsWhatIsNotStatedApartFromNought() {
        IncidentRecord taken = taken(Rows.with(RawRow.CHILDREN, "0"));

        assertThat(taken.counts()).isEqualTo(new Counts(3, null, 12, 1, 2, 0));
        assertThat(taken.month()).isEqualTo(YearMonth.of(2019, 5));
    }

    @Test
    void readsThousandsAsThePublisherWritesThem() {
        Map<String, String> fields = Rows.sound();
        fields.put(RawRow.DEAD, "1022");
        fields.put(RawRow.TOTAL, "1,022");

        assertThat(taken(new RawRow(1, fields)).counts().dead()).isEqualTo(1022);
    }

    @Test
    void takesTheFirstSoundRowOfAnIdAndNoOther() {
        assertThat(judge.judge(Rows.with(RawRow.MISSING, "-1"))).isInstanceOf(Judged.Aside.class);
        taken(Rows.with(RawRow.SURVIVORS, "1"));
        assertThat(judge.judge(Rows.with(RawRow.SURVIVORS, "2")))
                .isEqualTo(new Judged.Aside(1, "2019.INVENTED1", SetAside.REPEATED_ID));
    }

    @Test
    void countsRecordsWithoutARouteInAGroupOfTheirRegion() {
        assertThat(taken(Rows.with(RawRow.ROUTE, " ")).group())
                .isEqualTo(
                        new Group(GeoLevel.REGION, "invented-sea-route-not-stated", "Invented Sea, route not stated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Syria to Türkiye", "SYRIA TO TÜRKİYE", "Syria / to - Türkiye"})
    void givesSpellingsOfOneRouteOneCode(String route) {
        assertThat(taken(Rows.with(RawRow.ROUTE, route)).group().code()).isEqualTo("syria-to-turkiye");
    }

    @Test
    void accountsForEveryRowWhateverStandsInIt() {
        Random random = new Random(20261124);
        List<String> texts = List.of("", "-3", "0", "1", "4", "1,000", "x", "2019-05-17", "2019-13-01", "1, 2", "a b");
        List<String> names = new ArrayList<>(RawRow.KNOWN);
        Accounting accounting = Accounting.NOTHING;
        for (int number = 1; number <= 20_000; number++) {
            Map<String, String> fields = new HashMap<>(Rows.sound());
            fields.put(RawRow.ID, "2019.I" + random.nextInt(9_000));
            for (int change = random.nextInt(3); change > 0; change--) {
                fields.put(names.get(random.nextInt(names.size())), texts.get(random.nextInt(texts.size())));
            }
            accounting = accounting.plus(judge.judge(new RawRow(number, fields)));
        }

        assertThat(accounting.read()).isEqualTo(20_000);
        assertThat(accounting.taken()).isPositive();
        assertThat(accounting.setAside())
                .containsKeys(
                        SetAside.REPEATED_ID,
                        SetAside.BLANK_DATE,
                        SetAside.NEGATIVE_COUNT,
                        SetAside.SEXES_BEYOND_TOTAL,
                        SetAside.UNREADABLE_COORDINATES);
    }

    @Test
    void refusesAnAccountThatDoesNotAddUp() {
        assertThatThrownBy(() -> new Accounting(3, 1, Map.of(SetAside.BLANK_DATE, 1L)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("3 rows were read, but 2 are accounted for");
    }

    private IncidentRecord taken(RawRow row) {
        Judged judged = judge.judge(row);
        assertThat(judged).isInstanceOf(Judged.Taken.class);
        return ((Judged.Taken) judged).record();
    }
}
