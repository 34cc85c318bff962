package org.heliograph.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.broker.BrokerProperties;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.RegistryClients;
import org.heliograph.exchange.registry.RegistryProperties;
import org.heliograph.exchange.registry.RegistrySchemas;
import org.heliograph.exchange.wire.SchemaLookup;

/**
 * The embedded stack, or the chosen part of it: real processes, owned by this one, all on 127.0.0.1, with their state
 * in one folder. Safe for use by several threads; each call returns when what it says is done.
 */
public final class Stack implements AutoCloseable {

    /** Where a person sees how far a start has come. */
    @FunctionalInterface
    public interface Progress {

        /** Called on the thread that started the component, after what it needs was reported. */
        void ready(Component component, Duration took);

        /** Called when a component ended without being told to, before the pause after which it is started again. */
        default void ended(Component component, Restarts restarts) {}

        /** Called when it could not even be started; it will be tried again. */
        default void cannotStart(Component component, RuntimeException reason) {}
    }

    private final Site site;
    private final Set<Component> components;
    private final Processes processes;

    private Stack(Site site, Programs programs, Collection<Component> components) {
        this.site = site;
        this.components = EnumSet.copyOf(components);
        for (Component component : components) {
            require(component, component.needs());
            require(component, component.reliesOn());
        }
        this.processes = new Processes(site, programs, this.components);
    }

    /**
     * A stack that is not started yet. Nothing is written before {@link #start}.
     *
     * @param folder takes secrets, data and logs, and keeps them for the next start
     * @param components what to start; what they need must be among them
     */
    public static Stack in(Path folder, Ports ports, Collection<Component> components) {
        Site site = site(folder, ports, components);
        return new Stack(site, new ProcessPrograms(site), components);
    }

    /** As {@link #in(Path, Ports, Collection)}, with broker, registry and database in containers. */
    public static Stack in(Path folder, Ports ports, Collection<Component> components, Containers engine) {
        Site site = site(folder, ports, components);
        return new Stack(site, new ContainerPrograms(site, engine), components);
    }

    private static Site site(Path folder, Ports ports, Collection<Component> components) {
        Installation installation = Installation.ofThisBuild();
        StateFolder state = new StateFolder(folder);
        Roster roster = Roster.of(installation.policy());
        return new Site(installation, state, ports, new Secrets(state), roster, Brokers.among(components));
    }

    /**
     * The stack that runs from a folder, whoever started it; for looking and connecting, not for starting or stopping.
     *
     * @return nothing if none was started or the last one was ended in order
     */
    public static Optional<Stack> runningIn(Path folder) {
        return StackRecord.of(new StateFolder(folder)).map(record -> {
            Stack stack = in(folder, record.ports(), record.wanted());
            stack.processes.adopt(record);
            return stack;
        });
    }

    private void require(Component component, Collection<Component> others) {
        for (Component other : others) {
            if (!components.contains(other)) {
                throw new StackException(component.id() + " cannot run without " + other.id());
            }
        }
    }

    public void start() {
        start((component, took) -> {});
    }

    /**
     * Starts everything; if one part fails, ends the others again.
     *
     * @throws StackException with one line for a person: a taken port, a stack that is up already, a part that does not
     *     become ready
     */
    public void start(Progress progress) {
        processes.startAll(progress);
    }

    /**
     * Starts one component that was stopped or killed, and waits until it is ready. If it ends before, since it lacks
     * another, it is started again.
     *
     * @throws StackException if it is not ready after five minutes
     */
    public void start(Component component) {
        processes.start(component);
    }

    public void stop(Component component) {
        processes.stop(component);
    }

    /** SIGKILL; the component stays down until it is started. */
    public void kill(Component component) {
        processes.kill(component);
    }

    /** SIGKILL as by a fault: what started the stack starts the component again, after a pause. */
    public void crash(Component component) {
        processes.crash(component);
    }

    /** SIGSTOP to the component's process and all of its children: it keeps its connections and answers nobody. */
    public void pause(Component component) {
        processes.pause(component);
    }

    /** Lets a paused component go on. */
    public void resume(Component component) {
        processes.resume(component);
    }

    /** How often the component ended without being told to. */
    public Restarts restarts(Component component) {
        return processes.restarts(component);
    }

    public void stop() {
        processes.stopAll();
    }

    @Override
    public void close() {
        stop();
    }

    public Health health(Component component) {
        return processes.health(component);
    }

    /** Gets tokens as the clients and officers of this stack. */
    public Tokens tokens() {
        return new Tokens(site);
    }

    /** Login and settings of the Kafka clients of one principal. */
    public BrokerClients brokerClients(String principal) {
        return new BrokerClients(
                new BrokerProperties(site.brokers().addresses(site), "SASL_PLAINTEXT"), site.login(principal));
    }

    /** The registry's schemas as one principal sees them. */
    public SchemaLookup schemas(String principal) {
        AccessTokens tokens = new AccessTokens(site.login(principal), "registry");
        return new RegistrySchemas(RegistryClients.create(new RegistryProperties(registryUrl()), tokens));
    }

    public Set<Component> components() {
        return EnumSet.copyOf(components);
    }

    public Ports ports() {
        return site.ports();
    }

    public Secrets secrets() {
        return site.secrets();
    }

    public StateFolder state() {
        return site.state();
    }

    public Roster roster() {
        return site.roster();
    }

    /** The folder of the policy that this stack applies. */
    public Path policy() {
        return site.installation().policy();
    }

    /** What the control plane is told when this stack starts it; its secrets are among it. */
    public Map<String, String> operationsSettings() {
        return BootSettings.operations(site);
    }

    /** The folder with the programs and examples of client kits. */
    public Path clientKits() {
        return site.installation().clientKits();
    }

    /** The listener for parties of every broker, with commas between them: SASL_PLAINTEXT with OAUTHBEARER. */
    public String bootstrapServers() {
        return String.join(",", site.brokers().addresses(site));
    }

    /** The Confluent-compatible API of the registry. */
    public URI registryUrl() {
        return site.registryUrl();
    }

    public URI issuer() {
        return site.issuer();
    }

    public URI tokenUri() {
        return site.tokenUri();
    }

    public URI jwksUri() {
        return site.jwksUri();
    }

    public URI url(Port port, String path) {
        return site.url(port, path);
    }

    public String databaseUrl(String database) {
        return site.databaseUrl(database);
    }
}
