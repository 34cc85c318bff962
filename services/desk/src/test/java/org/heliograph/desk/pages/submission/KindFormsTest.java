package org.heliograph.desk.pages.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.events.RequestKind;
import org.junit.jupiter.api.Test;

class KindFormsTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("messages/desk", Locale.ROOT);

    @Test
    void haveWordsForEachFieldAndOption() {
        for (RequestKind kind : KindForms.kinds()) {
            assertThat(ENGLISH.containsKey("kind." + kind + ".means")).isTrue();
            KindForms.fields(kind, List.of()).forEach(KindFormsTest::assertHasWords);
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
