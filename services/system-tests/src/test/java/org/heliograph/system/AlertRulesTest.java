package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The alert rules are right by Prometheus's own tool, each is tested, and each has its page. */
class AlertRulesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path RULES = ROOT.resolve("deploy/prometheus/rules.yml");
    private static final Path TESTS = ROOT.resolve("deploy/prometheus/rules.test.yml");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern RUNBOOK = Pattern.compile("runbook: (docs/runbooks/\\S+)");

    @Test
    void fireAndClear() throws IOException, InterruptedException {
        assertThat(promtool("test", "rules", TESTS.toString())).contains("SUCCESS");
        assertThat(promtool(
                        "check",
                        "config",
                        ROOT.resolve("deploy/prometheus/prometheus.yml").toString()))
                .contains("SUCCESS");
    }

    @Test
    void haveATestAndAPage() throws IOException {
        String rules = Files.readString(RULES);
        String tests = Files.readString(TESTS);
        List<String> alerts =
                ALERT.matcher(rules).results().map(found -> found.group(1)).toList();
        List<String> pages =
                RUNBOOK.matcher(rules).results().map(found -> found.group(1)).toList();

        assertThat(alerts).isNotEmpty().doesNotHaveDuplicates();
        assertThat(pages).hasSameSizeAs(alerts);
        for (int index = 0; index < alerts.size(); index++) {
            assertThat(tests).contains("alertname: " + alerts.get(index));
            assertThat(ROOT.resolve(pages.get(index))).content().startsWith("# " + alerts.get(index));
        }
        assertThat(Files.readString(ROOT.resolve("docs/runbooks/first-hour.md")))
                .contains(alerts);
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        Process process;
        try {
            List<String> command = new ArrayList<>(List.of("promtool"));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "promtool is not installed: the alert rules are not tested");
            throw e;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
