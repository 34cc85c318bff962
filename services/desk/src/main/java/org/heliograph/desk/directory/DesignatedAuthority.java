package org.heliograph.desk.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.heliograph.desk.web.PartyId;
import org.heliograph.events.RequestKind;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a party in some kinds of request.
 *
 * @param zone of its hours
 * @param hours null is around the clock
 * @param mailbox of a function, never of a person; needed without a phone
 * @param phone of a function, with the country code; needed without a mailbox
 */
public record DesignatedAuthority(
        String party,
        String name,
        List<RequestKind> kinds,
        ZoneId zone,
        @Nullable DeskHours hours,
        @Nullable String mailbox,
        @Nullable String phone) {

    private static final Pattern PARTY = Pattern.compile(PartyId.PATTERN);
    // first.last@ is the mailbox of a person.
    private static final Pattern MAILBOX = Pattern.compile("[a-z0-9][a-z0-9-]*@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ]{3,24}");

    /** @throws IllegalArgumentException that names the field and what is expected */
    public DesignatedAuthority {
        require(party != null && PARTY.matcher(party).matches(), "party", "a party id");
        require(name != null && !name.isBlank(), "name", "the name of an authority");
        require(kinds != null && !kinds.isEmpty(), "kinds", "at least one kind of request");
        require(!kinds.contains(RequestKind.UNKNOWN), "kinds", "kinds of request that are known");
        require(zone != null, "zone", "a time zone such as Etc/GMT-2");
        require(mailbox != null || phone != null, "mailbox", "a mailbox or a phone");
        require(
                mailbox == null || MAILBOX.matcher(mailbox).matches(),
                "mailbox",
                "the mailbox of a function, without a dot before the @");
        require(phone == null || PHONE.matcher(phone).matches(), "phone", "a number with its country code");
        kinds = List.copyOf(kinds);
    }

    /** Whether somebody is there at that moment. */
    public boolean open(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        return hours == null || hours.cover(there.getDayOfWeek(), there.toLocalTime());
    }

    private static void require(boolean holds, String field, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": expected " + expected);
        }
    }
}
