package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's kcat, a client on librdkafka that is none of ours, as the documentation says. */
@HeliographStack
class KcatIT {

    private static final Path PLUGIN =
            Path.of("../../deploy/client-kits/librdkafka/heliograph_login.c").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stack stack;

    @TempDir
    private Path folder;

    KcatIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void configure() throws IOException, InterruptedException {
        Ended version = run("kcat", "-V");
        assumeTrue(version.code() == 0, () -> "not run: kcat is not there: " + version.said());
        boolean knowsOidc = version.said().contains("oidc");
        if (!knowsOidc) {
            Ended curl = run("curl", "--version");
            assumeTrue(curl.code() == 0, () -> "not run: curl is not there: " + curl.said());
            Ended header = run("sh", "-c", "echo '#include <librdkafka/rdkafka.h>' | cc -E - > /dev/null");
            assumeTrue(header.code() == 0, () -> "not run: cc or librdkafka-dev is not there: " + header.said());
            Ended built = run(
                    "cc", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o", "heliograph_login.so", PLUGIN + "");
            assertThat(built.code()).as(built.said()).isZero();
        }
        Said config = Said.by(stack, "client-config", "xb", "--for", knowsOidc ? "librdkafka" : "kcat");
        assertThat(config.code()).as(config.text()).isZero();
        Files.writeString(folder.resolve("xb.conf"), config.out());
    }

    @Test
    void readsWhatIsMeantForItsParty() {
        String event;
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM)) {
            event = Alerts.tell(iom);
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            Ended read = read("inbox.xb.alerts");
            assertThat(read.code()).as(read.said()).isZero();
            assertThat(read.said()).containsPattern(event + " \\d+ bytes at \\d+");
        });
    }

    @Test
    void isDeniedWhatIsMeantForAnother() throws IOException, InterruptedException {
        Ended read = read("inbox.xa.alerts");

        assertThat(read.said()).contains("Topic authorization failed").doesNotContain(" bytes at ");
    }

    private record Ended(int code, String said) {}

    private Ended read(String topic) throws IOException, InterruptedException {
        return run("kcat", "-F", "xb.conf", "-C", "-t", topic, "-e", "-f", "%k %S bytes at %T\\n");
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process;
        try {
            process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException notThere) {
            return new Ended(-1, String.valueOf(notThere.getMessage()));
        }
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Ended(-1, "does not end: " + Files.readString(said));
        }
        return new Ended(process.exitValue(), Files.readString(said));
    }
}
