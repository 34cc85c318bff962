package org.heliograph.standalone.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.Supervisor;
import org.heliograph.standalone.kits.KitContent;
import org.heliograph.standalone.kits.KitPlaces;

/**
 * A broker of its own for one client, on which synthetic events and faults are played at it. No topic, right, token or
 * key of the platform is used: what is written here comes nowhere else. One thread; {@link #close} any.
 */
public final class Sandbox implements AutoCloseable {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Parts parts;
    private final String principal;
    private final int checkPort;

    /** What a sandbox is made of. */
    record Parts(
            Stand stand,
            PlayedIdentity identity,
            PlayedRegistry registry,
            ClientFolder folder,
            Author author,
            SortedMap<String, List<EventPolicy>> topics,
            Limits limits) {}

    /** Where a person sees how far it has come. */
    public interface Progress {

        /** Called once the client reads, before anything is played. */
        void arrived(String group);

        /** Called before a check. */
        void playing(Check check);

        /** Called after it. */
        void judged(Verdict verdict);
    }

    private Sandbox(Parts parts, String principal, int checkPort) {
        this.parts = parts;
        this.principal = principal;
        this.checkPort = checkPort;
    }

    /**
     * Starts a broker and what is played around it; returns when a client can come.
     *
     * @param root folder of the sandbox, which is emptied
     * @param policy by which the client reads
     * @param topics on which to play; unless there are any, all that the principal may read
     * @param checkPort at which the client is to answer, on 127.0.0.1
     * @throws StackException if the principal cannot read, a topic is none of its own, a sandbox runs from the folder,
     *     or something does not start
     */
    public static Sandbox open(
            Path root, Policy policy, String principal, Collection<String> topics, int checkPort, Limits limits) {
        empty(root, principal);
        Stack stack = Stack.in(root, Ports.free(), Set.of(Component.BROKER));
        ClientFolder client = new ClientFolder(root.resolve("client"));
        KitContent kit = KitContent.of(policy, principal, places(stack, client));
        SortedMap<String, List<EventPolicy>> played = chosen(kit, topics);
        Author author = new Author(policy, principal, kit);
        String keys = ClientFolder.keys(policy.version(), author.keys());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-sandbox"));
        stack.start();
        Stand stand = new Stand(stack);
        Optional<PlayedIdentity> identity = Optional.empty();
        Optional<PlayedRegistry> registry = Optional.empty();
        try {
            identity = Optional.of(new PlayedIdentity(stack, principal, client.newSecret(), limits.tokenLife()));
            registry = Optional.of(new PlayedRegistry(stack, identity.get(), definitions(policy), keys));
            stand.prepare(principal, played.keySet(), policy.platform().partitions());
            client.write(kit.files(), List.copyOf(played.keySet()), keys, checkPort);
        } catch (RuntimeException e) {
            stand.close();
            identity.ifPresent(PlayedIdentity::close);
            registry.ifPresent(PlayedRegistry::close);
            throw e;
        }
        Parts parts = new Parts(stand, identity.get(), registry.get(), client, author, played, limits);
        return new Sandbox(parts, principal, checkPort);
    }

    private static void empty(Path root, String principal) {
        Supervisor folder = new Supervisor(root);
        if (folder.isAlive()) {
            throw new StackException("a sandbox for %s runs already, from %s".formatted(principal, root));
        }
        if (folder.isBereaved()) {
            folder.end();
        }
        folder.deleteState();
    }

    private static KitPlaces places(Stack stack, ClientFolder client) {
        return new KitPlaces(
                stack.bootstrapServers(),
                stack.tokenUri(),
                stack.registryUrl(),
                stack.url(Port.OPERATIONS, ""),
                Optional.empty(),
                client.secret());
    }

    private static SortedMap<String, List<EventPolicy>> chosen(KitContent kit, Collection<String> topics) {
        if (topics.isEmpty()) {
            return kit.topics();
        }
        SortedMap<String, List<EventPolicy>> chosen = new TreeMap<>();
        for (String topic : topics) {
            List<EventPolicy> events = kit.topics().get(topic);
            if (events == null) {
                throw new StackException("--topic: found %s, expected one of %s"
                        .formatted(topic, String.join(", ", kit.topics().keySet())));
            }
            chosen.put(topic, events);
        }
        return chosen;
    }

    private static Map<Integer, String> definitions(Policy policy) {
        Map<Integer, String> definitions = new HashMap<>();
        policy.schemas().values().forEach(schema -> definitions.put(schema.id(), schema.definition()));
        return definitions;
    }

    /** What {@code HELIOGRAPH_KIT} of the client has to name: addresses, schemas, keys and secret of this sandbox. */
    public Path clientFolder() {
        return parts.folder().path();
    }

    /**
     * Waits for the client, plays the checks in their order, and judges each.
     *
     * @return a verdict for each check; if no client comes, none was tried
     */
    public List<Verdict> play(Set<Check> checks, Progress progress) {
        List<Verdict> verdicts = new ArrayList<>();
        try (CheckEndpoint endpoint = new CheckEndpoint(checkPort)) {
            Arrival arrival = arrival(endpoint);
            arrival.group().ifPresent(group -> progress.arrived(group.name()));
            Optional<Script> script =
                    arrival.group().map(group -> new Script(parts, group, new Lookout(endpoint, group)));
            for (Check check : EnumSet.copyOf(checks)) {
                progress.playing(check);
                Verdict verdict = script.map(ready -> ready.play(check))
                        .orElseGet(() -> Verdict.notTried(check, arrival.problem()));
                verdicts.add(verdict);
                progress.judged(verdict);
            }
        }
        return verdicts;
    }

    /**
     * How the client came.
     *
     * @param group in which it reads, if it came
     * @param problem why it does not count as come
     */
    private record Arrival(Optional<ClientGroup> group, String problem) {}

    private Arrival arrival(CheckEndpoint endpoint) {
        long end = System.nanoTime() + parts.limits().arrival().toNanos();
        while (true) {
            Arrival arrival = look(endpoint);
            if (arrival.group().isPresent() || System.nanoTime() > end) {
                return arrival;
            }
            Lookout.awaitBlindly(SHORT, () -> false);
        }
    }

    private Arrival look(CheckEndpoint endpoint) {
        try {
            String name = endpoint.look().group();
            if (!name.startsWith(principal + ".")) {
                return new Arrival(
                        Optional.empty(),
                        "it reads in the group '%s', expected one that begins with '%s.'".formatted(name, principal));
            }
            ClientGroup group = parts.stand().group(name);
            return group.hasReaders()
                    ? new Arrival(Optional.of(group), "")
                    : new Arrival(Optional.empty(), "no member of its group %s reads".formatted(name));
        } catch (CheckEndpoint.SilentClientException e) {
            return new Arrival(Optional.empty(), e.problem());
        } catch (StackException e) {
            return new Arrival(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Ends all. The folder stays for a look at its logs, until the next sandbox of the principal. */
    @Override
    public void close() {
        parts.stand().close();
        parts.registry().close();
        parts.identity().close();
    }
}
