package org.heliograph.desk.pages.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heliograph.desk.deadletters.LetterActs;
import org.heliograph.desk.receipts.CopyNotices;
import org.heliograph.desk.requests.DeadlineReading;
import org.heliograph.desk.requests.Listed;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.web.PageOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class WorkController {

    private static final int SIZE = 50;

    private static final int MOST_RETURNED = 20;

    private final RequestFiles files;
    private final CopyNotices notices;
    private final Optional<LetterActs> letters;

    /** @param letters empty where there is no inbox */
    WorkController(RequestFiles files, CopyNotices notices, Optional<LetterActs> letters) {
        this.files = files;
        this.notices = notices;
        this.letters = letters;
    }

    /** How the clock stands, in the order in which officers want to know. */
    enum Standing {
        OVERDUE,
        DUE,
        DECIDED,
        PAUSED;

        static Standing of(@Nullable DeadlineReading deadline) {
            if (deadline == null) {
                return DECIDED;
            }
            if (deadline.paused()) {
                return PAUSED;
            }
            return deadline.overdue() ? OVERDUE : DUE;
        }
    }

    @GetMapping("/desk")
    ModelAndView work(@RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page) {
        PageOf<Listed> found = files.workList(page, SIZE);
        Map<Standing, List<Listed>> byStanding = found.items().stream()
                .collect(Collectors.groupingBy(
                        listed -> Standing.of(listed.deadline()), TreeMap::new, Collectors.toList()));
        return new ModelAndView("desk/work")
                .addObject("found", found)
                .addObject("byStanding", byStanding)
                .addObject("returned", notices.open(0, MOST_RETURNED))
                .addObject("letters", letters.map(LetterActs::count).orElse(0L));
    }
}
