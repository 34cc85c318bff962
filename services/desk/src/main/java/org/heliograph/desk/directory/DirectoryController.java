package org.heliograph.desk.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.heliograph.desk.web.PartyId;
import org.heliograph.events.RequestKind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/directory")
@Tag(name = "Directory", description = "Designated authorities for each kind of request")
final class DirectoryController {

    private final List<DesignatedAuthority> authorities;
    private final Clock clock;

    DirectoryController(List<DesignatedAuthority> authorities, Clock clock) {
        this.authorities = List.copyOf(authorities);
        this.clock = clock;
    }

    /** Those who were asked for; the order is that of the file. */
    record Directory(List<Entry> items) {}

    /**
     * An authority.
     *
     * @param hours absent where somebody is there around the clock
     * @param openNow whether somebody is there now
     */
    record Entry(
            String party,
            String name,
            List<RequestKind> kinds,
            String zone,
            @Nullable DeskHours hours,
            boolean openNow,
            @Nullable String mailbox,
            @Nullable String phone) {

        private static Entry of(DesignatedAuthority authority, Instant now) {
            return new Entry(
                    authority.party(),
                    authority.name(),
                    authority.kinds(),
                    authority.zone().getId(),
                    authority.hours(),
                    authority.open(now),
                    authority.mailbox(),
                    authority.phone());
        }
    }

    @GetMapping
    @Operation(
            operationId = "listAuthorities",
            summary = "List designated authorities",
            description = "Whom to call or write to, and when somebody is there. Who may be asked for what is for the"
                    + " policy to say, not for this list.")
    Directory list(
            @RequestParam(required = false) @Nullable RequestKind kind,
            @Parameter(description = "The party for which they answer")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String party) {
        Instant now = clock.instant();
        return new Directory(authorities.stream()
                .filter(authority -> kind == null || authority.kinds().contains(kind))
                .filter(authority -> party == null || authority.party().equals(party))
                .map(authority -> Entry.of(authority, now))
                .toList());
    }
}
