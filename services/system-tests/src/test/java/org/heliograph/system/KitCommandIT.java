package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./heliograph kit} writes, and when it writes nothing. */
@HeliographStack
class KitCommandIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;

    @TempDir
    private Path folder;

    KitCommandIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void everyExampleIsTaken() throws Exception {
        for (String party : List.of("xa", "iom", "unodc")) {
            Path kit = folder.resolve(party);
            assertThat(generated(party, "python", kit).code()).isZero();
            String readme = Files.readString(kit.resolve("README.md"));
            List<String> calls =
                    readme.lines().filter(line -> line.contains("| [examples/")).toList();
            assertThat(calls).isNotEmpty();
            for (String call : calls) {
                String path = call.replaceAll(".*`(/api/[^`]+)`.*", "$1");
                Path example = kit.resolve(call.replaceAll(".*\\((examples/[^)]+)\\).*", "$1"));
                try (OfficerDesk desk =
                        new OfficerDesk(stack, Component.named(party).orElseThrow())) {
                    OfficerDesk.Answer answer = desk.post(path, Files.readString(example));
                    assertThat(answer.status())
                            .as("%s of %s: %s", example, party, answer)
                            .isBetween(200, 299);
                }
            }
        }
    }

    @Test
    void writesTheTopicsThatTheBrokerLetsThePrincipalRead() throws IOException {
        Policy deployed = PolicyCompiler.compile(stack.policy());
        for (String principal : List.of("xc", "xa-fusion", "xa-protection", "research")) {
            Path kit = folder.resolve(principal);
            Said said = generated(principal, "node", kit);

            assertThat(said.code()).as(said.text()).isZero();
            JsonNode settings = JSON.readTree(Files.readString(kit.resolve("kit.json")));
            List<String> topics = new ArrayList<>();
            settings.get("topics").forEach(topic -> topics.add(topic.asString()));
            try (PartySystem system = new PartySystem(stack, principal)) {
                List<String> expected = new ArrayList<>(system.inboxes());
                expected.addAll(deployed.publicTopics());
                assertThat(topics).containsExactlyInAnyOrderElementsOf(expected);
            }
            assertThat(said.text()).doesNotContain(stack.secrets().client(principal));
            assertThat(Files.readString(kit.resolve("kit.json")))
                    .doesNotContain(stack.secrets().client(principal))
                    .contains(stack.secrets().clientFile(principal).toString());
        }
    }

    @Test
    void writesNothingWhereItCannotWriteAKit() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("notes.txt"), "mine");
        Path nowhere = folder.resolve("nowhere");

        Said nobody = generated("xz", "java", nowhere);
        Said platform = generated("gate", "java", nowhere);
        Said language = generated("xc", "cobol", nowhere);
        Said full = generated("xc", "java", taken);

        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.text()).contains("no principal 'xz'", "xa-fusion");
        assertThat(platform.text()).contains("no principal 'gate'");
        assertThat(language.code()).isNotZero();
        assertThat(language.text()).contains("cobol", "java, node or python");
        assertThat(full.code()).isEqualTo(1);
        assertThat(full.text()).contains("is not empty");
        assertThat(nowhere).doesNotExist();
        assertThat(taken).isDirectoryContaining("glob:**/notes.txt").isDirectoryNotContaining("glob:**/kit.json");
    }

    private Said generated(String principal, String language, Path out) {
        return Said.by(stack, "kit", principal, "--for", language, "--out", out.toString());
    }
}
