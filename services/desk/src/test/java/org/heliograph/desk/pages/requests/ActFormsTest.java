package org.heliograph.desk.pages.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.events.CoopAct;
import org.junit.jupiter.api.Test;

class ActFormsTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages/desk", Locale.ROOT);

    @Test
    void haveWordsForEachFieldAndOption() {
        for (CoopAct act : CoopAct.values()) {
            List<Field> fields = ActForms.fields(act);
            fields.forEach(ActFormsTest::assertHasWords);
            if (!fields.isEmpty()) {
                assertThat(ENGLISH.containsKey("act." + act + ".means")).isTrue();
            }
        }
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
