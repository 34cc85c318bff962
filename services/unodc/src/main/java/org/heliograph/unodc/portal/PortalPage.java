package org.heliograph.unodc.portal;

import java.util.List;
import java.util.Optional;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.Problems.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param type the filters as they were written, to stand in the form again
 * @param next number of the next page; null on the last
 */
public record PortalPage(
        List<EntryView> entries,
        long total,
        int page,
        @Nullable Integer previous,
        @Nullable Integer next,
        String type,
        String country,
        String theme,
        List<FieldError> errors) {

    static PortalPage of(PageOf<PortalEntry> page, PortalQuery.Asked asked, List<FieldError> errors) {
        boolean more = (page.page() + 1L) * page.size() < page.total();
        return new PortalPage(
                page.items().stream().map(EntryView::of).toList(),
                page.total(),
                page.page(),
                page.page() > 0 ? page.page() - 1 : null,
                more ? page.page() + 1 : null,
                written(asked.type()),
                written(asked.country()),
                written(asked.theme()),
                errors);
    }

    private static String written(@Nullable String asked) {
        return Optional.ofNullable(asked).orElse("");
    }

    public boolean filtered() {
        return !type.isBlank() || !country.isBlank() || !theme.isBlank();
    }

    public EntryKind[] kinds() {
        return EntryKind.values();
    }
}
