package org.heliograph.desk.pages.requests;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heliograph.cooperation.Details;
import org.jspecify.annotations.Nullable;

/** What a request of its kind says beyond what all say, for reading: as many facts as its record has components. */
final class Facts {

    private static final List<Vocabulary> VOCABULARIES = List.of(
            new Vocabulary("LegislativeStage", "stage"),
            new Vocabulary("GeoLevel", "geo"),
            new Vocabulary("CampaignChannel", "channel"),
            new Vocabulary("VesselMeasure", "measure"));

    /** Parts of a joint investigation that are ids of parties. */
    private static final Set<String> PARTIES = Set.of("participants", "lead");

    private Facts() {}

    private record Vocabulary(String type, String words) {}

    /**
     * One of them.
     *
     * @param label key in the bundles
     * @param words vocabulary of the values in the bundles; empty where they are texts
     */
    record Fact(String label, String words, List<Object> values) {}

    static List<Fact> of(@Nullable Details details) {
        List<Fact> facts = new ArrayList<>();
        if (details != null) {
            String name = details.getClass().getSimpleName();
            add(facts, "field.details." + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), details);
        }
        return facts;
    }

    private static void add(List<Fact> facts, String prefix, Object holder) {
        for (RecordComponent component : holder.getClass().getRecordComponents()) {
            @Nullable Object value = value(component, holder);
            String label = prefix + "." + component.getName();
            if (value instanceof Record nested) {
                add(facts, label, nested);
            } else if (value != null) {
                List<Object> values = value instanceof Collection<?> many ? List.copyOf(many) : List.of(value);
                if (!values.isEmpty()) {
                    facts.add(new Fact(label, isParty(holder, component) ? "party" : words(values.getFirst()), values));
                }
            }
        }
    }

    private static boolean isParty(Object holder, RecordComponent component) {
        return holder instanceof Details.JointInvestigation && PARTIES.contains(component.getName());
    }

    private static String words(Object value) {
        return VOCABULARIES.stream()
                .filter(vocabulary -> vocabulary.type().equals(value.getClass().getSimpleName()))
                .map(Vocabulary::words)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Object value(RecordComponent component, Object holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of a public record is readable", e);
        }
    }
}
