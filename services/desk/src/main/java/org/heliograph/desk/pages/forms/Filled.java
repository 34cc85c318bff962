package org.heliograph.desk.pages.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.pages.design.Words;
import org.jspecify.annotations.Nullable;

/**
 * A form with what somebody wrote into it, and what is wrong with that.
 *
 * @param name of the form on its page, so that no two fields there have the same id
 * @param values as they came, by name of the field
 * @param errors what to say, by name of the field
 */
public record Filled(String name, List<Field> fields, Map<String, List<String>> values, Map<String, String> errors) {

    /** Parties that are not among the known ones are written into a field of their own. */
    private static final String OTHERS = ".others";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    private static final Pattern BETWEEN_IDS = Pattern.compile("[\\s,;]+");

    public Filled {
        fields = List.copyOf(fields);
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    /** With these values, and nothing wrong yet. */
    public static Filled of(String name, List<Field> fields, Map<String, List<String>> values) {
        return new Filled(name, fields, values, Map.of());
    }

    /** What is wrong, in words; of a field that the form does not have, as the rules say it. */
    public Filled wrong(List<FieldError> found, Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        for (FieldError error : found) {
            String field = fieldOf(error.field());
            said.put(field, saying(field, error.problem(), words));
        }
        return new Filled(name, fields, values, said);
    }

    /** The same, where a page knows better what to say. */
    public Filled wrong(String field, String saying) {
        Map<String, String> said = new LinkedHashMap<>(errors);
        said.put(field, saying);
        return new Filled(name, fields, values, said);
    }

    /** Of a part that has no field of its own, the one that it is written into; of a whole, its first part. */
    private String fieldOf(String part) {
        for (String whole = part; !whole.isEmpty(); whole = whole.substring(0, Math.max(0, whole.lastIndexOf('.')))) {
            String name = whole;
            if (fields.stream().anyMatch(field -> field.name().equals(name))) {
                return name;
            }
        }
        return fields.stream()
                .map(Field::name)
                .filter(name -> name.startsWith(part + "."))
                .findFirst()
                .orElse(part);
    }

    /** A problem that the bundles know is said as they say it. */
    private static String saying(String field, String problem, Words words) {
        String particular = words.textOrNull(problem);
        if (particular != null) {
            return particular;
        }
        String known = words.textOrNull("field." + field + ".wrong");
        if (known != null) {
            return known;
        }
        String label = words.textOrNull("field." + field);
        return label == null ? field + ": " + problem : words.text("form.wrong-field", label);
    }

    /** All that was written for a field, in the order of its parts. */
    public List<String> written(String field) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equals(field) || entry.getKey().startsWith(field + "."))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .filter(text -> !text.isBlank())
                .toList();
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** In the order of the fields, then what belongs to none. */
    public List<String> wrongFields() {
        return Stream.concat(fields.stream().map(Field::name), errors.keySet().stream())
                .filter(errors::containsKey)
                .distinct()
                .toList();
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public String id(String field) {
        return name + "-" + field.replace('.', '-');
    }

    public String value(String field) {
        return texts(field).stream().findFirst().orElse("");
    }

    public boolean has(String field, String option) {
        return texts(field).contains(option);
    }

    /** The values as the REST layer takes them; what is empty is left out. */
    public Map<String, Object> input(ZoneId zone) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (Field field : fields) {
            Object value = value(field, zone);
            if (value == null) {
                // What is missing is then said of each field of an object, not of the object.
                parent(input, field.name());
            } else {
                put(input, field.name(), value);
            }
        }
        return input;
    }

    private @Nullable Object value(Field field, ZoneId zone) {
        String text = value(field.name());
        List<String> list = switch (field.type()) {
            case LINES -> lines(text).toList();
            case PARTIES -> parties(field.name());
            case CHECKS -> texts(field.name());
            case RESULTS ->
                Stream.concat(texts(field.name()).stream(), lines(value(field.name() + OTHERS)))
                        .distinct()
                        .toList();
            case LINE, TEXT, TIME, DAY, NUMBER, CHOICE, EXPLAINED, YES_NO, DOCUMENTS, COUNTS -> List.of();
        };
        return switch (field.type()) {
            case LINES, PARTIES, CHECKS, RESULTS -> list.isEmpty() ? null : list;
            case DOCUMENTS -> documents(field.name());
            case COUNTS -> counts(field.name());
            case LINE, TEXT, DAY, CHOICE, EXPLAINED -> text.isBlank() ? null : text.strip();
            case NUMBER -> text.isBlank() ? null : number(text.strip());
            case TIME -> text.isBlank() ? null : time(text, zone);
            case YES_NO -> text.isBlank() ? null : Boolean.valueOf(text);
        };
    }

    private List<String> parties(String field) {
        List<String> parties = new ArrayList<>(texts(field));
        BETWEEN_IDS
                .splitAsStream(value(field + OTHERS).toLowerCase(Locale.ROOT))
                .filter(id -> !id.isEmpty())
                .forEach(parties::add);
        return parties;
    }

    /** What is no time stays as it is, for the rules to refuse. */
    private static String time(String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant().toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private @Nullable List<Map<String, String>> documents(String field) {
        List<Map<String, String>> documents = new ArrayList<>();
        for (int i = 0; i < Field.MOST_DOCUMENTS; i++) {
            Map<String, String> document = new LinkedHashMap<>();
            for (String part : List.of("title", "uri", "sha256")) {
                String text = value(field + "." + i + "." + part).strip();
                if (!text.isEmpty()) {
                    document.put(part, text);
                }
            }
            if (!document.isEmpty()) {
                documents.add(document);
            }
        }
        return documents.isEmpty() ? null : documents;
    }

    /** What was counted is written as people write, and sent as the rules want it: in lower case, with hyphens. */
    private @Nullable Map<String, Object> counts(String field) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (int i = 0; i < Field.MOST_COUNTS; i++) {
            String what = BETWEEN_WORDS
                    .matcher(value(field + "." + i + ".what").strip().toLowerCase(Locale.ROOT))
                    .replaceAll("-");
            String number = value(field + "." + i + ".number").strip();
            if (what.isEmpty() && number.isEmpty()) {
                continue;
            }
            // What is counted twice is for the rules to refuse, as is a word or a number that is missing.
            counts.merge(
                    what,
                    WHOLE_NUMBER.matcher(number).matches() ? Integer.valueOf(number) : number,
                    (one, other) -> one + " " + other);
        }
        return counts.isEmpty() ? null : counts;
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static void put(Map<String, Object> into, String name, Object value) {
        parent(into, name).put(name.substring(name.lastIndexOf('.') + 1), value);
    }

    // Maps under names with a dot are made here and nowhere else.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> parent(Map<String, Object> root, String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? root
                : parent(
                        (Map<String, Object>)
                                root.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<String, Object>()),
                        name.substring(dot + 1));
    }

    private List<String> texts(String field) {
        return values.getOrDefault(field, List.of());
    }
}
