package org.heliograph.desk.pages.requests;

import java.util.List;
import org.heliograph.desk.requests.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Why a step changed nothing.
 *
 * @param reason in the bundles as {@code conflict.<reason>}
 * @param now how the request stands
 * @param last the step that came first; null where it was not that
 */
record Conflict(String reason, List<Standing> now, RequestPage.@Nullable Entry last) {}
