package org.heliograph.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.JsonNode;

/**
 * How long operations, as the embedded stack starts it, needs to look at thousands of groups that are all behind, with
 * the exact age of each.
 */
record LagScale(Path folder, Progress progress, boolean quick) {

    private static final int BAR_GROUPS = 5_000;
    private static final long BAR_MILLIS = 2_000;
    private static final int HEAP_MEBIBYTES = 256;
    private static final int LOOKS = 6;

    /** After how many looks nobody moves any more, so that the ages of the last can be compared. */
    private static final int MOVED_LOOKS = 3;

    private static final int MOVED_PART = 10;
    private static final long EXACT_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 200;

    /**
     * With so many groups.
     *
     * @param firstMillis the first look, before which nothing is known and nothing is compiled
     * @param laterMillis the looks after it; before each of the first a tenth of the groups has read on
     * @param worstErrorMillis of the age of any group, against the dates of the records
     * @param peakMebibytes most memory that the whole process had, as Linux tells it
     */
    record Look(int groups, long firstMillis, List<Long> laterMillis, long worstErrorMillis, long peakMebibytes) {

        long slowestLaterMillis() {
            return laterMillis.stream().mapToLong(Long::longValue).max().orElseThrow();
        }
    }

    /** Everything that was measured in one run. */
    record Measured(List<Look> looks) implements Figures {

        @Override
        public void print(PrintWriter out) {
            out.println();
            out.println("%8s %12s %24s %10s %10s".formatted("groups", "first ms", "later ms", "error ms", "peak MiB"));
            looks.forEach(look -> out.println("%8d %12d %24s %10d %10d%s"
                    .formatted(
                            look.groups(),
                            look.firstMillis(),
                            look.laterMillis(),
                            look.worstErrorMillis(),
                            look.peakMebibytes(),
                            look.groups() == BAR_GROUPS ? "  " + judgement(look) : "")));
            out.println("heap %d MiB, %d partitions each".formatted(HEAP_MEBIBYTES, ManyReaders.PARTITIONS));
            out.flush();
        }

        private static String judgement(Look look) {
            return "wanted < %d ms, exact to %d ms: first %s, later %s"
                    .formatted(
                            BAR_MILLIS,
                            EXACT_MILLIS,
                            met(look, look.firstMillis()),
                            met(look, look.slowestLaterMillis()));
        }

        private static String met(Look look, long millis) {
            return millis < BAR_MILLIS && look.worstErrorMillis() <= EXACT_MILLIS ? "met" : "not met";
        }
    }

    private List<Integer> sizes() {
        return quick ? List.of(1_000, BAR_GROUPS) : List.of(1_000, BAR_GROUPS, 15_000);
    }

    Measured measure() throws IOException, InterruptedException {
        Set<Component> components = EnumSet.copyOf(Component.infrastructure());
        components.add(Component.OPERATIONS);
        try (Stack stack = Stack.in(folder.resolve("lag"), Ports.free(), components)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-lag"));
            progress.say("the stack of the readers starts");
            stack.start();
            // The first that ends leaves its loaded classes to those that follow, as after any first `up`.
            stack.stop(Component.OPERATIONS);
            Files.writeString(stack.state().ownSettings(Component.OPERATIONS), "heliograph.lag.every=1s\n");
            ManyReaders readers = new ManyReaders(new Bare(stack));
            progress.say("topics and records");
            readers.write();
            List<Look> looks = new ArrayList<>();
            for (int groups : sizes()) {
                progress.say("%,d groups commit", groups);
                readers.add(groups);
                progress.say("%,d groups are looked at", groups);
                looks.add(look(stack, readers, groups));
            }
            return new Measured(looks);
        }
    }

    private Look look(Stack stack, ManyReaders readers, int groups) throws IOException, InterruptedException {
        // Its first look is made before it is known to be ready.
        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> stack.start(Component.OPERATIONS));
        List<JsonNode> reports = reports(stack, readers, groups);
        started.join();
        List<Long> millis = reports.stream()
                .map(report -> report.path("tookMillis").asLong(-1))
                .toList();
        Look look = new Look(
                groups,
                millis.getFirst(),
                millis.subList(1, millis.size()),
                worstError(reports.getLast(), readers, groups),
                peakMebibytes(operations(stack)));
        stack.stop(Component.OPERATIONS);
        return look;
    }

    private static long operations(Stack stack) {
        String marker = "heliograph.component=operations@" + stack.state().root();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(marker))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private static List<JsonNode> reports(Stack stack, ManyReaders readers, int groups) throws InterruptedException {
        List<JsonNode> reports = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            String last = "";
            while (reports.size() < LOOKS) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "%d of %d looks at %d groups".formatted(reports.size(), LOOKS, groups));
                }
                try {
                    JsonNode report = desk.get("/api/lag");
                    if (!report.path("at").asString("").equals(last)) {
                        last = report.path("at").asString("");
                        reports.add(report);
                        if (reports.size() <= MOVED_LOOKS) {
                            readers.readOn(groups / MOVED_PART);
                        }
                    }
                } catch (StackException e) {
                    // Before the first look.
                    if (!reports.isEmpty()) {
                        throw e;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        }
        return reports;
    }

    private long worstError(JsonNode report, ManyReaders readers, int groups) {
        long worst = 0;
        int found = 0;
        for (JsonNode row : report.path("rows")) {
            String group = row.path("group").asString("");
            if (group.startsWith("xa.bench-")) {
                found++;
                int number = Integer.parseInt(group.substring("xa.bench-".length()));
                String oldest = row.path("oldest").asString("");
                long error = oldest.isEmpty()
                        ? Long.MAX_VALUE
                        : Math.abs(Instant.parse(oldest).toEpochMilli() - readers.oldest(number));
                if (error > EXACT_MILLIS) {
                    progress.say(
                            "wrong: %s, in truth %s; unavailable: %s",
                            row, Instant.ofEpochMilli(readers.oldest(number)), report.path("unavailable"));
                }
                worst = Math.max(worst, error);
            }
        }
        if (found != groups) {
            throw new IllegalStateException("%d of %d groups are in the report".formatted(found, groups));
        }
        return worst;
    }

    private static long peakMebibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }
}
