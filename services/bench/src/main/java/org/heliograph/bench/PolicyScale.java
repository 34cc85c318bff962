package org.heliograph.bench;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;

/** What the control plane needs for a platform of many parties: apply from empty, plan, verify, apply of one change. */
record PolicyScale(Path folder, Progress progress) {

    private static final ScalePolicy SIZE = new ScalePolicy(500, 60);
    private static final int TIMES = 3;
    private static final double BAR_SECONDS = 10;
    private static final int HEAP_MEBIBYTES = 512;

    /**
     * Figures of one run, in seconds.
     *
     * @param applyFromEmpty from the start of operations' process on an empty cluster until it is ready
     * @param cluster what the broker holds then
     * @param plan of two changes, by {@code ./heliograph policy plan --dir}, each time it was measured
     * @param verify by {@code ./heliograph policy verify}
     * @param applyOne of the two changes, by {@code ./heliograph policy apply --dir}
     */
    record Measured(
            int parties,
            int events,
            Map<String, Integer> cluster,
            double applyFromEmpty,
            List<Double> plan,
            List<Double> verify,
            double applyOne)
            implements Figures {

        @Override
        public void print(PrintWriter out) {
            out.println();
            out.println("%d parties, %d events: %s".formatted(parties, events, cluster));
            out.println("apply from empty     %8.1f s".formatted(applyFromEmpty));
            out.println("plan                 %s   wanted < %.0f s".formatted(plan, BAR_SECONDS));
            out.println("verify               %s   wanted < %.0f s".formatted(verify, BAR_SECONDS));
            out.println("apply of one change  %8.1f s".formatted(applyOne));
            out.flush();
        }
    }

    Measured measure() throws IOException, InterruptedException, JOSEException {
        Path state = folder.resolve("scale");
        try (Stack stack = Stack.in(state, Ports.free(), Component.infrastructure())) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-scale"));
            progress.say("the stack of the policy starts");
            stack.start();
            Path policy = SIZE.write(folder.resolve("scale-policy"), stack.policy());
            Path narrowed = SIZE.writeNarrowed(folder.resolve("scale-narrowed"), stack.policy());
            Path keys = SIZE.writeKeys(folder.resolve("scale-keys"));
            Path classes = ScaleSchemas.compile(folder.resolve("scale-events"), SIZE.events());
            progress.say("apply from empty: %d parties, %d events", SIZE.parties(), SIZE.events());
            long begin = System.nanoTime();
            try (ScaleOperations operations = ScaleOperations.start(
                    stack, folder, HEAP_MEBIBYTES, policy, keys, classes, "--heliograph.partitions=1")) {
                operations.awaitReady();
                double fromEmpty = since(begin);
                progress.say("plan and verify");
                List<Double> plans = new ArrayList<>();
                List<Double> verifications = new ArrayList<>();
                for (int i = 0; i < TIMES; i++) {
                    plans.add(command(state, 2, "policy", "plan", "--dir", narrowed.toString()));
                    verifications.add(command(state, 0, "policy", "verify"));
                }
                progress.say("apply of one change");
                double one =
                        command(state, 0, "policy", "apply", "--dir", narrowed.toString(), "--reason", "to measure it");
                return new Measured(
                        SIZE.parties(), SIZE.events(), cluster(stack), fromEmpty, plans, verifications, one);
            }
        }
    }

    private static Map<String, Integer> cluster(Stack stack) throws InterruptedException {
        try (Admin admin = Admin.create(stack.brokerClients("operations").admin())) {
            return new TreeMap<>(Map.of(
                    "topics", admin.listTopics().names().get().size(),
                    "rights",
                            admin.describeAcls(AclBindingFilter.ANY)
                                    .values()
                                    .get()
                                    .size()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses", e.getCause());
        }
    }

    /** As somebody types it, the start of the command line included. */
    private double command(Path state, int expected, String... arguments) throws IOException, InterruptedException {
        String home = System.getProperty("heliograph.home");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dheliograph.home=" + home,
                "-Dheliograph.state=" + state,
                "-Dlogback.configurationFile=org/heliograph/standalone/cli-logback.xml",
                "-cp",
                home + "/lib/*:" + home + "/*",
                "org.heliograph.standalone.cli.Heliograph"));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().remove("HELIOGRAPH_STATE");
        long begin = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        double seconds = since(begin);
        if (process.exitValue() != expected) {
            throw new IllegalStateException(
                    "%s ended with %d: %s".formatted(command, process.exitValue(), Files.readString(said)));
        }
        return seconds;
    }

    private static double since(long begin) {
        return Math.round((System.nanoTime() - begin) / 1e8) / 10.0;
    }
}
