package org.heliograph.operations.policy;

import java.time.Instant;
import java.util.List;
import org.heliograph.operations.cluster.DriftItem;

/**
 * How the live cluster and registry differ from the version in force.
 *
 * @param ownRights of these, rights that operations itself has gained: an alarm, since nothing else could hide its
 *     tracks
 */
public record Drift(String version, Instant at, List<DriftItem> items, List<String> ownRights) {

    public Drift {
        items = List.copyOf(items);
        ownRights = List.copyOf(ownRights);
    }
}
