package org.heliograph.desk.pages.shared;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.receipts.CopyNotice;
import org.heliograph.desk.receipts.CopyNotices;
import org.heliograph.desk.receipts.Recipients;
import org.heliograph.desk.receipts.Recipients.Reach;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.pages.design.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
final class SharedController {

    private static final int SIZE = 20;

    private final Outbox outbox;
    private final Recipients recipients;
    private final CopyNotices notices;

    SharedController(Outbox outbox, Recipients recipients, CopyNotices notices) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.notices = notices;
    }

    @GetMapping("/desk/shared")
    ModelAndView list(@RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page) {
        List<Reach> found = outbox.latest((long) page * SIZE, SIZE + 1).stream()
                .map(event -> recipients.of(event.eventId()))
                .flatMap(Optional::stream)
                .toList();
        return new ModelAndView("desk/shared")
                .addObject("found", found.stream().limit(SIZE).toList())
                .addObject("page", page)
                .addObject("more", found.size() > SIZE);
    }

    @GetMapping("/desk/shared/{eventId}")
    ModelAndView show(@PathVariable UUID eventId) {
        return new ModelAndView("desk/shared-event")
                .addObject("reach", recipients.of(eventId).orElseThrow(NoSuchPageException::new));
    }

    /** Somebody has dealt with a copy that came back. */
    @PostMapping("/desk/shared/returned/{number}")
    String done(@PathVariable long number, Principal who) {
        CopyNotice notice = notices.done(number, who.getName()).orElseThrow(NoSuchPageException::new);
        return "redirect:/desk/shared/" + notice.eventId();
    }
}
