package org.heliograph.desk.pages.requests;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.RequestFilter;
import org.heliograph.desk.web.Vocabulary;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class RequestListController {

    private static final int SIZE = 20;

    private final RequestFiles files;

    RequestListController(RequestFiles files) {
        this.files = files;
    }

    @GetMapping("/desk/requests")
    ModelAndView list(
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable RequestState state,
            @RequestParam(required = false) @Nullable RequestKind kind,
            @RequestParam(defaultValue = "") @Size(max = 200) String text,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page) {
        RequestFilter filter = new RequestFilter(direction, state == null ? List.of() : List.of(state), kind, text);
        return new ModelAndView("desk/requests")
                .addObject("found", files.list(filter, page, SIZE))
                .addObject("direction", direction)
                .addObject("state", state)
                .addObject("kind", kind)
                .addObject("text", text)
                .addObject("directions", Direction.values())
                .addObject("states", Vocabulary.words(RequestState.class))
                .addObject("kinds", Vocabulary.words(RequestKind.class));
    }
}
