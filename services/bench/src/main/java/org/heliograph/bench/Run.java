package org.heliograph.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;

/** One run: the ladder on a stack without services and with more parties, then submissions on the usual one. */
final class Run {

    private static final int[] RATES = {50, 250, 1_000};
    private static final int[] RECIPIENTS = {1, 3, 10};
    private static final int STEADY_PER_SECOND = 100;
    private static final Duration REST = Duration.ofSeconds(5);

    private final Path folder;
    private final Sizes sizes;
    private final Progress progress;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> bareLoop = new ArrayList<>();
    private final List<Step> gate = new ArrayList<>();
    private final List<Submissions.Rate> submissions = new ArrayList<>();
    private final Map<String, Double> started = new ConcurrentHashMap<>();
    private Map<String, Long> memory = Map.of();
    private double allReady;

    Run(Path folder, Sizes sizes, Progress progress) {
        this.folder = folder;
        this.sizes = sizes;
        this.progress = progress;
    }

    Report measure(Set<Part> parts, boolean quick) throws Exception {
        Path reviewed = Stack.in(folder, Ports.free(), Component.all()).policy();
        if (parts.contains(Part.PUBLISH) || parts.contains(Part.OUTBOX) || parts.contains(Part.GATE)) {
            ladder(parts, BenchPolicy.withStates(reviewed, folder.resolve("policy-of-the-ladder")));
        }
        if (parts.contains(Part.REST)) {
            rest(BenchPolicy.asItIs(reviewed, folder.resolve("policy")));
        }
        return new Report(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                "%d processors, %s %s, Java %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.version()),
                quick,
                steps,
                bareLoop,
                gate,
                submissions,
                new TreeMap<>(started),
                allReady,
                memory);
    }

    private void ladder(Set<Part> parts, Path policy) throws Exception {
        Set<Component> components = EnumSet.copyOf(Component.infrastructure());
        components.addAll(List.of(Component.OPERATIONS, Component.GATE));
        try (Stack stack = stack("ladder", policy, components)) {
            progress.say("the stack of the ladder starts");
            stack.start();
            Bare bare = new Bare(stack);
            bare.prepare("xa", stack.roster().partitions(), 3);
            try (PartySystem xa = new PartySystem(stack, "xa")) {
                Offers offers = new Offers(xa, stack.roster().partitions());
                if (parts.contains(Part.PUBLISH)) {
                    publish(stack, bare, offers, xa);
                }
                if (parts.contains(Part.GATE)) {
                    gate(new Loops(stack, bare, sizes, offers, xa, progress));
                }
            }
            if (parts.contains(Part.OUTBOX)) {
                outbox(stack, stack.roster().partitions());
            }
        }
    }

    private void publish(Stack stack, Bare bare, Offers offers, PartySystem xa) throws Exception {
        progress.say("publishing");
        stack.stop(Component.GATE);
        var publishing = new Publishing(
                bare, xa.clients().login(), offers, sizes, stack.roster().partitions());
        steps.add(publishing.kafkasOwn(folder));
        steps.addAll(publishing.steps());
        stack.start(Component.GATE);
    }

    private void gate(Loops loops) {
        bareLoop.add(loops.bareLoop("bare loop, 3 copies, before"));
        // Once for the compiler.
        loops.gate(RECIPIENTS[1]);
        for (int number : RECIPIENTS) {
            gate.add(loops.gate(number));
        }
        bareLoop.add(loops.bareLoop("bare loop, 3 copies, after"));
    }

    private void outbox(Stack stack, int partitions) throws InterruptedException {
        progress.say("outbox in PostgreSQL");
        Pace pace = new Pace(STEADY_PER_SECOND, sizes.paced());
        try (Outlet outlet = new Outlet(stack);
                PartySystem iom = new PartySystem(stack, "iom");
                PartySystem unodc = new PartySystem(stack, "unodc")) {
            stack.stop(Component.GATE);
            try (Arrivals arrivals = Arrivals.inOutbox(iom, partitions)) {
                steps.add(outlet.step("+ outbox in PostgreSQL", arrivals, sizes.stored(), pace, "unodc"));
            }
            try (Arrivals arrivals = Arrivals.inInbox(unodc, partitions)) {
                stack.start(Component.GATE);
                // What was stored while the gate was away.
                arrivals.await(sizes.stored() / 3 + sizes.stored() + pace.beats(), Duration.ofSeconds(30));
                for (int number : RECIPIENTS) {
                    progress.say("through outbox and gate to %d", number);
                    String[] recipients = BenchPolicy.recipients("iom", number);
                    steps.add(outlet.step("+ gate to " + number, arrivals, sizes.stored(), pace, recipients));
                }
            }
        }
    }

    private void rest(Path policy) throws InterruptedException {
        try (Stack stack = stack("whole", policy, Component.all())) {
            progress.say("the whole stack starts");
            long begin = System.nanoTime();
            stack.start((component, took) -> started.put(component.id(), took.toMillis() / 1_000.0));
            allReady = (System.nanoTime() - begin) / 1e9;
            LockSupport.parkNanos(REST.toNanos());
            memory = new TreeMap<>(Usage.memoryKiB());
            // As in production; the embedded stack starts its services with the quick compiler alone.
            System.setProperty("heliograph.compiler", "full");
            for (Component service : List.of(Component.XA, Component.UNODC)) {
                stack.stop(service);
                stack.start(service);
            }
            Submissions rest = new Submissions(stack);
            progress.say("submissions, to warm up");
            rest.at(RATES[1], sizes.warmingUp());
            for (int rate : RATES) {
                progress.say("submissions, %d/s", rate);
                submissions.add(rest.at(rate, sizes.submitting()));
            }
        }
    }

    private Stack stack(String name, Path policy, Collection<Component> components) {
        System.setProperty("heliograph.policy", policy.toString());
        Stack stack = Stack.in(folder.resolve(name), Ports.free(), components);
        // For whoever presses Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-" + name));
        return stack;
    }
}
