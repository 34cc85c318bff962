package org.heliograph.unodc.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heliograph.desk.web.Problems.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for; null is anything.
 *
 * @param page from 0
 */
record PortalQuery(
        @Nullable EntryKind kind,
        @Nullable String country,
        @Nullable String theme,
        int page,
        int size) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern THEME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PAGE = Pattern.compile("[0-9]{1,4}");
    private static final int LONGEST = 100;
    private static final int SIZE = 20;

    /** What was asked, and what was wrong with it. Whatever is wrong is left out of the query. */
    record Read(PortalQuery query, List<FieldError> errors) {}

    /** The words of an address; blank is not given. */
    record Asked(
            @Nullable String type,
            @Nullable String country,
            @Nullable String theme,
            @Nullable String page) {

        Read read() {
            List<FieldError> errors = new ArrayList<>();
            Optional<String> wantedType = given(type);
            Optional<EntryKind> kind = wantedType.flatMap(EntryKind::named);
            if (wantedType.isPresent() && kind.isEmpty()) {
                errors.add(new FieldError(
                        "type",
                        "one of "
                                + Arrays.stream(EntryKind.values())
                                        .map(EntryKind::name)
                                        .collect(Collectors.joining(", "))));
            }
            return new Read(
                    new PortalQuery(
                            kind.orElse(null),
                            matching("country", country, COUNTRY, "two capital letters (ISO 3166-1 alpha-2)", errors),
                            matching("theme", theme, THEME, "lower-case words joined by '-'", errors),
                            Optional.ofNullable(matching("page", page, PAGE, "a number from 0 to 9999", errors))
                                    .map(Integer::parseInt)
                                    .orElse(0),
                            SIZE),
                    errors);
        }

        private static @Nullable String matching(
                String field, @Nullable String asked, Pattern pattern, String expected, List<FieldError> errors) {
            Optional<String> given = given(asked);
            if (given.isPresent()
                    && (given.get().length() > LONGEST
                            || !pattern.matcher(given.get()).matches())) {
                errors.add(new FieldError(field, expected));
                return null;
            }
            return given.orElse(null);
        }

        private static Optional<String> given(@Nullable String asked) {
            return Optional.ofNullable(asked).map(String::strip).filter(text -> !text.isEmpty());
        }
    }
}
