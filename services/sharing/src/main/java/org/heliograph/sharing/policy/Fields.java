package org.heliograph.sharing.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The fields of one mapping. What is missing or wrong is noted as an error, and something stands in its place that is
 * never used, since no policy comes of files with errors.
 */
final class Fields {

    private static final String UNREAD = "";

    private final Located at;
    private final Map<String, Located> values;

    Fields(Located at, Map<String, Located> values, Set<String> known) {
        this.at = at;
        this.values = values;
        values.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> at.unknown(key, known));
    }

    Located at() {
        return at;
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** Where a field stands that has a value. */
    Optional<Located> find(String field) {
        return Optional.ofNullable(values.get(field)).filter(value -> !value.isNothing());
    }

    Optional<Located> required(String field) {
        Optional<Located> value = find(field);
        if (value.isEmpty()) {
            at.error(field, "nothing", "a value");
        }
        return value;
    }

    private <T> T read(String field, T otherwise, Function<Located, Optional<T>> read) {
        return required(field).flatMap(read).orElse(otherwise);
    }

    String text(String field) {
        return read(field, UNREAD, Fields::text);
    }

    Optional<String> optionalText(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    private static Optional<String> text(Located value) {
        Optional<String> text = value.scalar().filter(found -> !found.isBlank());
        if (text.isEmpty()) {
            value.error(value.scalar().isPresent() ? "a blank text" : value.found(), "a text");
        }
        return text;
    }

    long number(String field, long least, long most) {
        return read(field, least, value -> {
            Optional<Long> number = value.scalar()
                    .filter(found -> found.matches("-?\\d{1,18}"))
                    .map(Long::valueOf)
                    .filter(found -> found >= least && found <= most);
            if (number.isEmpty()) {
                value.error(
                        value.found(),
                        most == Long.MAX_VALUE ? "a number above " + (least - 1) : "%d to %d".formatted(least, most));
            }
            return number;
        });
    }

    boolean yes(String field) {
        return read(field, false, value -> {
            Optional<Boolean> answer = value.scalar()
                    .filter(found -> found.equals("true") || found.equals("false"))
                    .map(Boolean::valueOf);
            if (answer.isEmpty()) {
                value.error(value.found(), "true or false");
            }
            return answer;
        });
    }

    Duration duration(String field) {
        return read(field, Duration.ofDays(1), value -> {
            Optional<Duration> duration = value.scalar().flatMap(Fields::duration0);
            if (duration.isEmpty()) {
                value.error(value.found(), "a positive ISO 8601 duration such as P90D");
            }
            return duration;
        });
    }

    private static Optional<Duration> duration0(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(Duration::isPositive);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Instant instant(String field) {
        return read(field, Instant.EPOCH, value -> {
            Optional<Instant> instant = value.scalar().flatMap(Fields::instant0);
            if (instant.isEmpty()) {
                value.error(value.found(), "a time with its zone such as 2026-11-25T08:00:00Z");
            }
            return instant;
        });
    }

    private static Optional<Instant> instant0(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    <E extends Enum<E>> E one(String field, Class<E> type) {
        return read(field, type.getEnumConstants()[0], value -> one(value, type));
    }

    private static <E extends Enum<E>> Optional<E> one(Located value, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        Optional<E> one = value.scalar().filter(names::contains).map(name -> Enum.valueOf(type, name));
        if (one.isEmpty()) {
            value.error(value.found(), Spelling.hint(value.found(), names));
        }
        return one;
    }

    /** A list of words of a fixed vocabulary; it may be empty. */
    <E extends Enum<E>> Set<E> several(String field, Class<E> type) {
        Set<E> several = EnumSet.noneOf(type);
        required(field)
                .ifPresent(list -> list.items()
                        .forEach(item -> one(item, type).ifPresent(word -> {
                            if (!several.add(word)) {
                                item.error(word, "each word once");
                            }
                        })));
        return Collections.unmodifiableSet(several);
    }

    <E extends Enum<E>> Optional<Set<E>> optionalSeveral(String field, Class<E> type) {
        return has(field) ? Optional.of(several(field, type)) : Optional.empty();
    }

    /** A list of texts, each once; it may be empty. */
    SortedSet<String> texts(String field) {
        SortedSet<String> texts = new TreeSet<>();
        required(field)
                .ifPresent(list -> list.items()
                        .forEach(item -> text(item).ifPresent(text -> {
                            if (!texts.add(text)) {
                                item.error(text, "each word once");
                            }
                        })));
        return Collections.unmodifiableSortedSet(texts);
    }

    SortedSet<String> optionalTexts(String field) {
        return has(field) ? texts(field) : Collections.emptySortedSet();
    }

    /** The named entries of a mapping, in the order in which they are written; none if it is missing. */
    Map<String, Located> entries(String field) {
        return required(field).map(value -> value.entries(false)).orElse(Map.of());
    }

    /** As {@link #entries}, with places that tell the way from the mapping's own. */
    Map<String, Located> nested(String field) {
        return required(field).map(value -> value.entries(true)).orElse(Map.of());
    }
}
