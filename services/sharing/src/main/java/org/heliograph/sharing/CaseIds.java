package org.heliograph.sharing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.sharing.SharingDecision.Refused;

/**
 * The form of a context id: {@code <status>:<uuid>}, so that a case cannot change its status (R17), and
 * {@code <status>.protection:<uuid>} in the protection lane, so that no id is good in both (R8).
 */
final class CaseIds {

    private static final Pattern FORM = Pattern.compile(
            "(?<status>[a-z]+)(?<wall>\\.protection)?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String WALL = ".protection";

    private CaseIds() {}

    static Optional<Refused> status(Envelope envelope) {
        String status = envelope.getStatus().name().toLowerCase(Locale.ROOT);
        boolean walled = envelope.getLane() == Lane.PROTECTION;
        String prefix = walled ? status + WALL : status;
        String change = "the context id must be '%s:' and a UUID in lower case".formatted(prefix);
        Matcher form = FORM.matcher(envelope.getContextId());
        if (!form.matches()) {
            return Acceptance.refused(Rule.R17, "the context id is not of the form that a case has", change);
        }
        if ((form.group("wall") != null) != walled) {
            return Acceptance.refused(
                    Rule.R8,
                    walled
                            ? "a case of the protection lane has the id of an ordinary case"
                            : "a case of the"
                                    + " protection lane does not appear in lane %s".formatted(envelope.getLane()),
                    change);
        }
        return status.equals(form.group("status"))
                ? Optional.empty()
                : Acceptance.refused(
                        Rule.R17, "status %s does not belong to this case".formatted(envelope.getStatus()), change);
    }
}
