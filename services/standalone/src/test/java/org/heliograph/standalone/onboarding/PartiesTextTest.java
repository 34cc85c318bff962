package org.heliograph.standalone.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.onboarding.PartiesText.NewParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartiesTextTest {

    private static final Path DEPLOYED = Path.of("../../deploy/policy");
    private static final String TEXT = """
            # Who takes part.
            roles:
              state: {kind: STATE}
            # parties:
            parties:
              # The first.
              xa:
                name: "State: XA" # as it calls itself
                role: state
                systems: [xa-fusion] # reads
                # within XA

              # The second.
              'xb':
                name: State XB
                role: state
                # the end of XB
            """;

    @Test
    void addsAPartyAsTheLastAndLeavesAllElseAsItIs() {
        String added = new PartiesText(TEXT)
                .with(new NewParty("xd", "State XD", "state", null, List.of()))
                .text();

        assertThat(added).isEqualTo(TEXT + "  xd:\n    name: State XD\n    role: state\n");
    }

    @Test
    void writesAuthorityAndSystemsAndQuotesWhatWouldMeanSomethingElse() {
        String added = new PartiesText(TEXT)
                .with(new NewParty("xd-police", "Police: \"XD\" #1", "client", "xd", List.of("xd-archive", "xd-map")))
                .text();

        assertThat(added).endsWith("""
                          xd-police:
                            name: "Police: \\"XD\\" #1"
                            role: client
                            authority: xd
                            systems: [xd-archive, xd-map]
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "3", "~", "- a", "a: b", "a #b", "*a", "ends with a blank ", "é"})
    void keepsWhatIsWrittenAsANameWhateverItIs(String name) throws Exception {
        Policy policy = compiled(deployed().with(new NewParty("xd", name, "state", null, List.of())));

        assertThat(policy.parties().get("xd"))
                .satisfies(party -> assertThat(party.name()).isEqualTo(name));
    }

    @Test
    void keepsTheLineEndsOfTheFile() {
        String windows = TEXT.replace("\n", "\r\n");

        String added = new PartiesText(windows)
                .with(new NewParty("xd", "State XD", "state", null, List.of("xd-map")))
                .text();
        PartiesText suspended = new PartiesText(windows).suspended("xa");

        assertThat(added.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(suspended.text().replace("\r\n", "")).doesNotContain("\n");
        assertThat(suspended.resumed("xa").text()).isEqualTo(windows);
    }

    @Test
    void endsTheLastLineWhereTheFileDoesNot() {
        String open = "parties:\n  xa:\n    name: A\n    role: state";

        assertThat(new PartiesText(open).suspended("xa").text()).isEqualTo(open + "\n    suspended: true\n");
        assertThat(new PartiesText(open)
                        .with(new NewParty("xb", "B", "state", null, List.of()))
                        .text())
                .isEqualTo(open + "\n  xb:\n    name: B\n    role: state\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xa", "xb"})
    void resumesToWhatItWasBefore(String party) {
        PartiesText suspended = new PartiesText(TEXT).suspended(party);

        assertThat(suspended.text()).contains("    suspended: true\n").hasSize(TEXT.length() + 20);
        assertThat(suspended.resumed(party).text()).isEqualTo(TEXT);
    }

    @Test
    void suspendsTheOneThatIsNamedAlone() throws Exception {
        PartiesText suspended = deployed().suspended("xb");

        assertThat(compiled(suspended).suspendedParties()).containsExactly("xb");
    }

    @Test
    void suspendsWhereItSaidThatItIsNot() {
        PartiesText said = new PartiesText(TEXT.replace("    # within XA\n", "    suspended: false\n"));

        assertThat(said.suspended("xa").text())
                .contains("    suspended: true\n")
                .doesNotContain("false");
    }

    @Test
    void addsASystemWhereverTheListIsWritten() {
        assertThat(new PartiesText(TEXT).withSystem("xa", "xa-map").text())
                .contains("    systems: [xa-fusion, xa-map] # reads\n");
        assertThat(new PartiesText(TEXT).withSystem("xb", "xb-map").text())
                .endsWith("    role: state\n    systems: [xb-map]\n    # the end of XB\n");
        assertThat(new PartiesText(TEXT.replace("[xa-fusion]", "[]"))
                        .withSystem("xa", "xa-map")
                        .text())
                .contains("    systems: [xa-map] # reads\n");
        assertThat(new PartiesText(TEXT.replace("[xa-fusion] # reads", "\n      -  xa-fusion # reads"))
                        .withSystem("xa", "xa-map")
                        .text())
                .contains("      -  xa-fusion # reads\n      -  xa-map\n");
        assertThat(new PartiesText(TEXT.replace("[xa-fusion]", "[\n      xa-fusion\n    ]"))
                        .withSystem("xa", "xa-map")
                        .systems("xa"))
                .containsExactly("xa-fusion", "xa-map");
    }

    @Test
    void takesOutAPartyWithWhatStandsWithinIt() {
        assertThat(new PartiesText(TEXT).without("xa").text()).isEqualTo("""
                        # Who takes part.
                        roles:
                          state: {kind: STATE}
                        # parties:
                        parties:
                          # The first.

                          # The second.
                          'xb':
                            name: State XB
                            role: state
                            # the end of XB
                        """);
        assertThat(new PartiesText(TEXT).without("xb").text()).endsWith("    # within XA\n\n  # The second.\n");
    }

    @Test
    void takesBackWhatItAddedToTheDeployedFile() throws Exception {
        String before = deployed().text();
        PartiesText added = deployed().with(new NewParty("xd", "State XD", "state", null, List.of("xd-map")));

        assertThat(compiled(added).parties()).containsKey("xd");
        assertThat(added.without("xd").text()).isEqualTo(before);
    }

    @Test
    void saysWhatItCannotDo() {
        PartiesText text = new PartiesText(TEXT);

        refused(() -> text.with(new NewParty("xb", "B", "state", null, List.of())), "party 'xb' stands in");
        refused(() -> text.without("xd"), "no party 'xd' in parties.yaml; there are [xa, xb]");
        refused(() -> text.suspended("xd"), "no party 'xd'");
        refused(() -> text.resumed("xa"), "party 'xa' is not suspended");
        refused(() -> text.suspended("xa").suspended("xa"), "suspended already");
        refused(() -> text.withSystem("xa", "xa-fusion"), "has a system 'xa-fusion' already");
        refused(
                () -> new PartiesText("parties: {xa: {name: A, role: state}}").suspended("xa"),
                "expected its entries one below the other");
        refused(() -> new PartiesText("parties:\n  xa: {name: A}\n").suspended("xa"), "parties.xa: expected");
        refused(() -> new PartiesText("parties: [\n").without("xa"), "cannot be read as YAML");
        refused(() -> new PartiesText("").without("xa"), "expected parties");
    }

    private static void refused(Runnable edit, String reason) {
        assertThatExceptionOfType(StackException.class).isThrownBy(edit::run).withMessageContaining(reason);
    }

    private static PartiesText deployed() throws Exception {
        return new PartiesText(Files.readString(DEPLOYED.resolve(PartiesText.FILE)));
    }

    @TempDir
    private Path folder;

    private Policy compiled(PartiesText parties) throws Exception {
        for (String file : List.of("platform.yaml", "events.yaml", "declassifiers.yaml", "grants.yaml")) {
            Files.copy(DEPLOYED.resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve(PartiesText.FILE), parties.text());
        return PolicyCompiler.compile(folder);
    }

    @Test
    void takesOutTheGrantsOfAParty() {
        String grants = """
                # Exceptions.
                grants: # each for a time
                  one:
                    party: xd
                    event: alert.route
                  two:
                    party: xa
                  three:
                    party: "xd"
                """;
        GrantsText left = new GrantsText(grants).withoutThoseOf("xd");

        assertThat(left.text()).isEqualTo("# Exceptions.\ngrants: # each for a time\n  two:\n    party: xa\n");
        assertThat(left.withoutThoseOf("xa").text()).isEqualTo("# Exceptions.\ngrants: {} # each for a time\n");
        assertThat(left.withoutThoseOf("xa").withoutThoseOf("xa")).isEqualTo(left.withoutThoseOf("xa"));
    }
}
