package org.heliograph.standalone;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Platform;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;

/**
 * Who gets a secret: every principal that the policy names, and one officer for each party that runs a service here.
 *
 * @param parties party of each principal; the platform's own principals belong to none
 * @param platform principals that belong to no party
 * @param partitions of every topic
 */
public record Roster(SortedMap<String, String> parties, Platform.Principals platform, int partitions) {

    /** The client that collects the figures of all processes. */
    public static final String METRICS = "metrics";

    /** Parties whose service is part of the stack. */
    static final List<Component> SERVICES = List.of(Component.IOM, Component.UNODC, Component.XA, Component.XB);

    static Roster of(Path policyDirectory) {
        Policy policy = PolicyCompiler.compile(policyDirectory);
        SortedMap<String, String> parties = new TreeMap<>();
        for (Party party : policy.parties().values()) {
            parties.put(party.id(), party.id());
            party.systems().forEach(system -> parties.put(system, party.id()));
        }
        return new Roster(
                parties, policy.platform().principals(), policy.platform().partitions());
    }

    public SortedSet<String> principals() {
        SortedSet<String> principals = new TreeSet<>(parties.keySet());
        principals.addAll(platform.all());
        return principals;
    }

    /** All who log in with a secret: the principals, and what collects figures, which is nobody at the broker. */
    SortedSet<String> clients() {
        SortedSet<String> clients = principals();
        clients.add(METRICS);
        return clients;
    }

    public List<Officer> officers() {
        return Stream.concat(SERVICES.stream().map(service -> Officer.of(service.id())), Officer.operators().stream())
                .toList();
    }

    /** Throws unless there is an operator of that name. */
    public void requireOperator(String name) {
        List<String> operators = officers().stream()
                .filter(Officer::isOperator)
                .map(Officer::username)
                .toList();
        if (!operators.contains(name)) {
            throw new StackException("'%s' is no operator; there are %s".formatted(name, String.join(", ", operators)));
        }
    }

    Collection<String> signingParties() {
        return new TreeSet<>(parties.values());
    }
}
