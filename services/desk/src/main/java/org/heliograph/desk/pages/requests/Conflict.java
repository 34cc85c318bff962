package org.heliograph.desk.pages.requests;

import java.util.List;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.requests.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Why a step changed nothing.
 *
 * @param reason in the bundles as {@code conflict.<reason>}
 * @param refusal of the protocol; null where it was not that
 * @param now how the request stands
 * @param last the step that came first; null where it was not that
 */
record Conflict(String reason, @Nullable Refusal refusal, List<Standing> now, RequestPage.@Nullable Entry last) {

    static Conflict of(Refusal refusal, Standing now) {
        return new Conflict(refusal.name(), refusal, List.of(now), null);
    }

    static Conflict of(String reason, List<Standing> now) {
        return new Conflict(reason, null, now, null);
    }

    static Conflict outdated(Standing now, RequestPage.@Nullable Entry last) {
        return new Conflict("OUTDATED", null, List.of(now), last);
    }
}
