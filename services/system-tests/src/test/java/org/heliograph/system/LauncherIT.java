package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as somebody types it, with a state folder of its own and the parts that start fastest. */
class LauncherIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void theBuildIsFresh() throws IOException {
        // What runs here was built a moment ago; without the mark the launcher would build again, under the running
        // build.
        Files.writeString(ROOT.resolve("services/standalone/target/built"), "");
    }

    @AfterEach
    void leaveNothing() throws Exception {
        heliograph("down");
    }

    @Test
    void startsShowsAndEndsAStack() throws Exception {
        Said up = heliograph("up", "--detach", "--free-ports", "--only", "postgres,identity");
        Said again = heliograph("up");
        Said token = heliograph("token", "xb");
        Said officer = heliograph("token", "xa-duty-officer");
        Said config = heliograph("client-config", "xb", "--for", "librdkafka");
        Said down = heliograph("down");
        Said status = heliograph("status");

        assertThat(up.code()).as(up.text()).isZero();
        assertThat(up.text()).contains("postgres", "identity", "Three things to try");
        assertThat(again.code()).isZero();
        assertThat(again.text()).contains("up already");
        assertThat(token.text()).startsWith("eyJ");
        assertThat(officer.text()).startsWith("eyJ");
        assertThat(config.text()).contains("sasl.oauthbearer.client.id=xb");
        assertThat(down.code()).isZero();
        assertThat(status.code()).isEqualTo(1);
    }

    @Test
    void refusesWhatNeedsARunningStackInOneLine() throws Exception {
        for (List<String> command : List.of(
                List.of("token", "xb"),
                List.of("tail", "xb"),
                List.of("demo"),
                List.of("policy", "plan"),
                List.of("schemas", "check"),
                List.of(
                        "kit",
                        "xb",
                        "--for",
                        "java",
                        "--out",
                        folder.resolve("kit").toString()),
                List.of("client-config", "xb", "--for", "java"))) {
            Said refusal = heliograph(command.toArray(new String[0]));

            assertThat(refusal.code()).isNotZero();
            assertThat(refusal.text().strip().lines()).hasSize(1);
            assertThat(refusal.text()).contains("works on the embedded stack only");
        }
    }

    @Test
    void deletesStateOnlyWhenItIsReallyMeant() throws Exception {
        heliograph("up", "--detach", "--free-ports", "--only", "postgres");
        heliograph("down");

        Said asked = heliograph("reset");
        boolean kept = Files.exists(folder.resolve("secrets"));
        Said done = heliograph("reset", "--yes");

        assertThat(asked.code()).isNotZero();
        assertThat(asked.text()).contains("--yes");
        assertThat(kept).isTrue();
        assertThat(done.code()).isZero();
        assertThat(folder.resolve("secrets")).doesNotExist();
    }

    private record Said(int code, String text) {}

    private Said heliograph(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ROOT.resolve("heliograph").toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("HELIOGRAPH_STATE", folder.toString());
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("%s ends", command).isTrue();
        String text = Files.readString(said);
        Files.delete(said);
        return new Said(process.exitValue(), text);
    }
}
