package org.heliograph.desk.pages.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.Bundles;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.desk.requests.Results.Making;
import org.heliograph.desk.requests.Results.Result;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActFormsTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages/desk", Locale.ROOT);

    @ParameterizedTest
    @EnumSource
    void haveWordsForEachFieldAndOption(RequestKind kind) {
        for (CoopAct act : CoopAct.values()) {
            List<Field> fields = forms(kind).fields(act);
            fields.forEach(ActFormsTest::assertHasWords);
            if (!fields.isEmpty()) {
                assertThat(ENGLISH.containsKey("act." + act + ".means")).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void haveAFieldForAllThatAKindIsFulfilledWith(RequestKind kind) {
        List<String> results = Closing.eventType(kind).map(type -> type + "/" + UUID.randomUUID()).stream()
                .toList();
        var asked = forms(kind).fields(CoopAct.FULFIL).stream()
                .filter(Field::required)
                .map(Field::name)
                .collect(Collectors.toSet());
        List<String> counted = asked.contains("counts." + Evidence.REACHED)
                ? List.of(Evidence.REACHED)
                : asked.contains("counts") ? List.of("arrests") : List.of();
        boolean formal = asked.contains("formalRequest.reference");

        assertThat(Evidence.missing(kind, results, counted, formal)).isEmpty();
        assertThat(Evidence.missing(kind, List.of(), List.of(), false).isEmpty())
                .isEqualTo(isClosedWithWords(kind));
        assertThat(forms(kind).fields(CoopAct.FULFIL))
                .extracting(Field::name)
                .contains(forms(kind).closing().lacking());
    }

    @Test
    void offerTheReachOfACampaignUnderItsName() {
        assertThat(forms(RequestKind.CAMPAIGN_SUPPORT).fields(CoopAct.FULFIL))
                .extracting(Field::name)
                .contains("counts." + Evidence.REACHED);
    }

    @Test
    void offerWhatWasSentUponTheRequestAndSayWhereItIsMade() {
        UUID activity = UUID.randomUUID();
        Closing closing = new Closing(
                RequestKind.CAPACITY_BUILDING,
                List.of(new Result("capacity.activity", activity, "Radar course")),
                List.of(new Making("capacity.activity", "/a"), new Making("campaign.notice", "/c")));

        Field results = closing.fields(Bundles.english()).stream()
                .filter(field -> field.type() == Field.Type.RESULTS)
                .findFirst()
                .orElseThrow();

        assertThat(results.options()).containsExactly("capacity.activity/" + activity);
        assertThat(results.labels().values()).containsExactly("A training or other activity: Radar course");
        assertThat(closing.makings()).extracting(Making::path).containsExactly("/a");
    }

    @Test
    void sayOfEachRefusalThatOtherInputWouldHelpInWhichField() {
        List<String> names = Stream.of(CoopAct.values())
                .flatMap(act -> forms(RequestKind.CAPACITY_BUILDING).fields(act).stream())
                .map(Field::name)
                .toList();

        for (Refusal refusal : Refusal.values()) {
            forms(RequestKind.CAPACITY_BUILDING)
                    .field(refusal)
                    .ifPresent(field -> assertThat(names).contains(field));
            assertThat(forms(RequestKind.CAPACITY_BUILDING).saying(refusal)).isNotBlank();
        }
    }

    private static boolean isClosedWithWords(RequestKind kind) {
        return switch (kind) {
            case IDENTITY_NATIONALITY_VERIFICATION, PROTECTION_REFERRAL, RETURN_FACILITATION -> true;
            default -> false;
        };
    }

    private static ActForms forms(RequestKind kind) {
        return new ActForms(new Closing(kind, List.of(), List.of()), Bundles.english());
    }

    private static void assertHasWords(Field field) {
        assertThat(ENGLISH.containsKey("field." + field.name()))
                .as(field.name())
                .isTrue();
        for (String option : field.options()) {
            assertThat(ENGLISH.containsKey(field.vocabulary() + "." + option))
                    .as(option)
                    .isTrue();
            assertThat(field.type() != Field.Type.EXPLAINED
                            || ENGLISH.containsKey(field.vocabulary() + "." + option + ".means"))
                    .as(option)
                    .isTrue();
        }
    }
}
