package org.heliograph.operations.console;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.heliograph.operations.cluster.DriftItem;
import org.heliograph.operations.lag.LagReport;
import org.heliograph.operations.lag.Looks;
import org.heliograph.operations.policy.AppliedPolicy;
import org.heliograph.operations.policy.Drift;
import org.heliograph.sharing.policy.Policy;

/** What operations itself knows just now. Nothing of it waits for anybody. Any thread. */
interface Situation {

    /** Empty until a policy is in force. */
    Optional<AppliedPolicy> applied();

    /** The version in force; empty until there is one. */
    Optional<Policy> policy();

    /** Instances of the gate that have not taken up the version in force. */
    SortedSet<String> gatesBehind();

    /** What the last comparison found; empty before the first. */
    Optional<Drift> drift();

    /** Of what the last comparison found, since when. */
    Map<DriftItem, Instant> driftSince();

    /** What the last look at readers found; empty before the first. */
    Optional<LagReport> lag();

    Looks looks();
}
