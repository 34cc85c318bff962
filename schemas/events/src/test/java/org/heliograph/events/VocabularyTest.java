package org.heliograph.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    /**
     * Vocabularies by which is decided. A reader that does not know a marking must not take the event for something
     * milder: a new symbol is a new event.
     */
    private static final Set<String> CLOSED =
            Set.of("Status", "Tlp", "HandlingCode", "Purpose", "Lane", "Outcome", "ReferralStatus", "HandlingAction");

    private final SortedMap<String, Schema> vocabularies = new TreeMap<>();

    VocabularyTest() {
        Schemas.all().forEach(this::collect);
    }

    @Test
    void closedVocabulariesHaveNoDefault() {
        assertThat(vocabularies.keySet()).containsAll(CLOSED);
        assertThat(vocabularies.values())
                .filteredOn(vocabulary -> CLOSED.contains(vocabulary.getName()))
                .allSatisfy(vocabulary -> {
                    assertThat(vocabulary.getEnumDefault())
                            .as(vocabulary.getName())
                            .isNull();
                    assertThat(vocabulary.getEnumSymbols())
                            .as(vocabulary.getName())
                            .doesNotContain("UNKNOWN");
                });
    }

    @Test
    void openVocabulariesFallBackToUnknown() {
        assertThat(vocabularies.values())
                .filteredOn(vocabulary -> !CLOSED.contains(vocabulary.getName()))
                .isNotEmpty()
                .allSatisfy(vocabulary -> assertThat(vocabulary.getEnumDefault())
                        .as(vocabulary.getName())
                        .isEqualTo("UNKNOWN"));
    }

    @Test
    void markingsAreOrderedFromTheWidestToTheNarrowestAudience() {
        assertThat(Tlp.values()).containsExactly(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED);
    }

    private void collect(Schema schema) {
        switch (schema.getType()) {
            case ENUM -> vocabularies.put(schema.getName(), schema);
            case RECORD -> schema.getFields().forEach(field -> collect(field.schema()));
            case UNION -> schema.getTypes().forEach(this::collect);
            case ARRAY -> collect(schema.getElementType());
            default -> {}
        }
    }
}
