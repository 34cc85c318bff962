package org.heliograph.operations.policy;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.ReentrantLock;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.operations.Ending;
import org.heliograph.operations.cluster.ClusterChange;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.operations.cluster.DesiredState;
import org.heliograph.operations.identity.Suspensions;
import org.heliograph.operations.registry.RegistryDiffersException;
import org.heliograph.operations.registry.SchemaRegistration;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings broker, registry and gate to a policy. Each step can be repeated, so an application that broke off is simply
 * made again: whom identity is to cut off, schemas, then what widens, then the policy itself, which the gate
 * acknowledges, then what narrows, then whom identity may let in again. One at a time.
 */
@Component
public final class PolicyApplication {

    private static final Logger log = LoggerFactory.getLogger(PolicyApplication.class);

    private final ClusterProperties cluster;
    private final BrokerClients clients;
    private final SchemaRegistration registration;
    private final PolicyTopics topics;
    private final Acknowledgement acknowledgement;
    private final Suspensions suspensions;
    private final Ending ending;
    private final ReentrantLock lock = new ReentrantLock();
    private final SortedSet<String> everCalledFor = new ConcurrentSkipListSet<>();
    private volatile Optional<InForce> inForce = Optional.empty();
    private volatile SortedSet<String> notAdopted = new TreeSet<>();

    PolicyApplication(
            ClusterProperties cluster,
            BrokerClients clients,
            SchemaRegistration registration,
            PolicyTopics topics,
            Acknowledgement acknowledgement,
            Suspensions suspensions,
            Ending ending) {
        this.cluster = cluster;
        this.clients = clients;
        this.registration = registration;
        this.topics = topics;
        this.acknowledgement = acknowledgement;
        this.suspensions = suspensions;
        this.ending = ending;
    }

    /** What is in force, as far as this process has seen to it; empty until then. */
    Optional<InForce> inForce() {
        return inForce;
    }

    /** As {@link #inForce}, for people. */
    public Optional<AppliedPolicy> applied() {
        return inForce.map(InForce::summary);
    }

    /** Instances of the gate that lived and did not take up the version in force in time; none, usually. */
    public SortedSet<String> notAdopted() {
        return notAdopted;
    }

    /** Names of all topics that this or an earlier version called for. */
    SortedSet<String> everCalledFor() {
        return everCalledFor;
    }

    ReentrantLock lock() {
        return lock;
    }

    /**
     * Registers the schemas, which makes a candidate a policy with a version. Repeating it changes nothing.
     *
     * @throws RegistryDiffersException if one is new and the registry holds another schema under an id than records
     *     carry
     */
    Policy seal(Candidate candidate) throws IOException {
        return candidate.compiled().with(registration.register(candidate.schemas()), candidate.keys());
    }

    /** As {@link #seal} without registering anything; a schema that is not registered has a number below zero. */
    Policy preview(Candidate candidate) throws IOException {
        return candidate.compiled().with(registration.lookUp(candidate.schemas()), candidate.keys());
    }

    /**
     * Makes the cluster what the version in force calls for, and gives the registry back what it lost.
     *
     * @throws RegistryDiffersException at the end, when the rest is done, if a registry that is not the one that
     *     records were written with was left as it is
     * @throws IOException if the registry cannot be asked now
     */
    void assertAgain(InForce current) throws IOException {
        lock.lock();
        try (ClusterChange change = change(current.policy())) {
            SortedMap<String, String> versions = topics.versions();
            versions.forEach(this::remember);
            registration.learn(versions.values());
            @Nullable RegistryDiffersException differs = restoreSchemas();
            change.widen();
            change.narrow();
            inForce = Optional.of(current);
            suspensions.bring(current.policy().suspendedParties());
            log.info("policy={} inForceSince={}", current.policy().version(), current.since());
            if (differs != null) {
                throw differs;
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable RegistryDiffersException restoreSchemas() throws IOException {
        try {
            registration.restore();
            return null;
        } catch (RegistryDiffersException e) {
            return e;
        }
    }

    /** Brings another version into force. */
    Milestones bring(Policy policy, PolicyChange application) {
        lock.lock();
        try {
            // First, and whatever becomes of the rest: nobody whom this version suspends gets a token from here on.
            boolean cut = suspensions.bring(suspendedBeforeOrIn(policy));
            return bring(policy, application, cut ? now() : null);
        } finally {
            lock.unlock();
        }
    }

    private Milestones bring(Policy policy, PolicyChange application, @Nullable Instant atIdentity) {
        try (ClusterChange change = change(policy)) {
            everCalledFor.addAll(DesiredState.of(policy, cluster).topics().keySet());
            change.widen();
            InForce current = topics.publish(policy, application);
            inForce = Optional.of(current);
            notAdopted = acknowledgement.await(current);
            @Nullable Instant atGate = notAdopted.isEmpty() ? now() : null;
            change.narrow();
            Milestones milestones = new Milestones(atIdentity, atGate, now());
            suspensions.bring(policy.suspendedParties());
            log.info(
                    "policy={} inForceSince={} plan={} proposer={} approver={}",
                    policy.version(),
                    current.since(),
                    application.plan(),
                    application.proposer(),
                    application.approver());
            return milestones;
        }
    }

    private SortedSet<String> suspendedBeforeOrIn(Policy policy) {
        SortedSet<String> both = new TreeSet<>(policy.suspendedParties());
        inForce.ifPresent(before -> both.addAll(before.policy().suspendedParties()));
        return both;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private ClusterChange change(Policy policy) {
        return ClusterChange.to(DesiredState.of(policy, cluster), clients, cluster, ending);
    }

    private void remember(String version, String json) {
        try {
            everCalledFor.addAll(
                    DesiredState.of(PolicyJson.read(json), cluster).topics().keySet());
        } catch (InvalidPolicyException e) {
            log.warn("policy={} kept=unreadable reason=\"{}\"", version, e.getMessage());
        }
    }
}
