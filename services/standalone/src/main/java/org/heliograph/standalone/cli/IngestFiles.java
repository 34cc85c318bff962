package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.IngestDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.JsonNode;

/** Sends files to IOM one after the other and tells what became of each. */
record IngestFiles(PrintWriter out, Stack stack, Dataset dataset, List<Path> files, boolean replay) {

    private static final long PAUSE_MILLIS = 300;
    private static final int SECONDS_BETWEEN_WORDS = 5;
    /** Past this without a month done, something is wrong that waiting does not mend. */
    private static final long PATIENCE_SECONDS = 120;

    int run() throws InterruptedException {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new StackException(file + " is no file that can be read; nothing was sent");
            }
        }
        try (IngestDesk desk = new IngestDesk(stack)) {
            String notice = "";
            String source = "";
            for (Path file : files) {
                JsonNode done = ingest(desk, file);
                notice = done.path("notice").asString("");
                source = done.path("source").asString("");
            }
            out.println(notice);
            out.println("Source: " + source);
        }
        return 0;
    }

    private JsonNode ingest(IngestDesk desk, Path file) throws InterruptedException {
        IngestDesk.Answer answer = desk.send(dataset.id(), file, replay);
        if (answer.status() != 202) {
            throw new StackException("%s: %s (%d): %s"
                    .formatted(
                            file,
                            answer.body().path("title").asString("refused"),
                            answer.status(),
                            answer.body().path("detail").asString("")));
        }
        new IngestReport(out).rows(file, answer.body());
        JsonNode done = await(desk, file, answer.body());
        new IngestReport(out).outcome(done);
        return done;
    }

    private JsonNode await(IngestDesk desk, Path file, JsonNode begun) throws InterruptedException {
        String id = begun.path("ingestId").asString("");
        JsonNode seen = begun;
        int months = -1;
        long progress = System.nanoTime();
        long said = progress;
        while ("PUBLISHING".equals(seen.path("state").asString(""))) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            IngestDesk.Answer answer = desk.look(id);
            if (answer.status() != 200) {
                throw new StackException("%s: iom answers %d; it goes on by itself, see GET /api/v1/ingests/%s"
                        .formatted(file, answer.status(), id));
            }
            seen = answer.body();
            int now = seen.path("observations").path("monthsDone").asInt(0);
            if (now != months) {
                months = now;
                progress = System.nanoTime();
            } else if (secondsSince(progress) > PATIENCE_SECONDS) {
                throw new StackException(
                        "%s: no progress for %d seconds; it goes on by itself, see GET /api/v1/ingests/%s"
                                .formatted(file, PATIENCE_SECONDS, id));
            }
            if (secondsSince(said) >= SECONDS_BETWEEN_WORDS) {
                said = System.nanoTime();
                out.printf(
                        "  %d of %d months published%n",
                        months, seen.path("observations").path("months").asInt(0));
            }
        }
        if (!"DONE".equals(seen.path("state").asString(""))) {
            throw new StackException(file + ": " + seen.path("failure").asString("failed"));
        }
        return seen;
    }

    private static long secondsSince(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanos);
    }
}
