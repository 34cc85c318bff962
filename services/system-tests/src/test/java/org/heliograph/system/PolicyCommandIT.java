package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.events.AuditDecision;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands as an operator types them, on the running stack; none of them changes anything here. */
@HeliographStack
class PolicyCommandIT {

    private final Stack stack;

    @TempDir
    private Path files;

    PolicyCommandIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void plansNothingForWhatIsInForceAndSaysWhatOtherFilesWouldDo() throws Exception {
        Said same = policy("plan");
        PolicyFiles without = new PolicyFiles(files).withholdRouteAlertsFrom("receiving-state");
        Said other = policy("plan", "--dir", without.folder().toString());
        Said nowhere = policy("plan", "--dir", files.resolve("nowhere").toString());
        Said mistyped = policy("plan", "--directory", "x");

        assertThat(same.text()).contains("No changes");
        assertThat(same.code()).as(same.text()).isZero();
        assertThat(other.text())
                .contains(
                        "- events.alert.route.",
                        "receiving-state: R",
                        "narrowed  no longer receives alert.route",
                        "Access widens for 0 and narrows for 2.");
        assertThat(other.code()).isEqualTo(2);
        assertThat(nowhere.text().strip().lines()).hasSize(1);
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(mistyped.code()).isEqualTo(64);
    }

    @Test
    void verifiesThatBrokerAndRegistryAreAsThePolicySays() throws Exception {
        Said verified = policy("verify");

        assertThat(verified.text()).contains("Broker and registry are as version");
        assertThat(verified.code()).isZero();
    }

    @Test
    void provesTheFirewallOfWhatIsInForceAndOfFiles() throws Exception {
        Said inForce = policy("prove");
        Said deployed = policy("prove", "--dir", stack.policy().toString());

        assertThat(inForce.text()).contains("The firewall holds around", "xa-protection");
        assertThat(inForce.code()).isZero();
        assertThat(deployed.text()).isEqualTo(inForce.text());
        assertThat(deployed.code()).isZero();
    }

    @Test
    void explainsWhatAPartyMayDoAndWhatWasDecidedAboutAnEvent() throws Exception {
        Said access = policy("explain", "xb", "alert.route");
        Said unknown = policy("explain", "nobody", "alert.route");
        Said event = policy("explain", "--event-id", anEvent());

        assertThat(access.text())
                .contains("may publish: no", "may receive: yes", "User:xb may READ TOPIC inbox.xb.alerts");
        assertThat(unknown.text()).contains("no party 'nobody'");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(event.text()).contains("coop.request", "of xa", "RELEASED", "unodc", "released", "withheld", "R2:");
    }

    @Test
    void checksTheWholeAuditAndShowsEveryDecisionAboutAnEvent() throws Exception {
        String id = anEvent();
        Said text = heliograph("audit", "verify");
        Path heads = Files.writeString(
                files.resolve("heads.json"),
                heliograph("audit", "verify", "--format", "json").text());
        Said later = heliograph("audit", "verify", "--heads", heads.toString());
        Files.writeString(heads, Files.readString(heads).replaceFirst("\"link\" : \\d+", "\"link\" : 999999999"));
        Said cut = heliograph("audit", "verify", "--heads", heads.toString());
        Said shown = heliograph("audit", "show", "--event-id", id, "--format", "json");
        Said unknown = heliograph("audit", "show", "--event-id", "nothing");

        assertThat(text.text()).contains("outbox.xa-", "The audit is whole.").containsPattern("Read \\d+ records");
        assertThat(text.code()).isZero();
        assertThat(later.code()).as(later.text()).isZero();
        assertThat(cut.text()).contains("expected link 999999999");
        assertThat(cut.code()).isEqualTo(1);
        JsonNode row = shown.json().get(0);
        assertThat(row.get("originator").asString()).isEqualTo("xa");
        assertThat(row.get("policyVersion").asString()).hasSize(64);
        assertThat(Requests.items(row.get("decisions")))
                .anyMatch(party -> party.get("party").asString().equals("unodc")
                        && party.get("released").asBoolean())
                .anyMatch(party -> party.get("rule").asString().equals("R2")
                        && !party.get("released").asBoolean());
        assertThat(unknown.text()).contains("the audit holds no decision about an event 'nothing'");
        assertThat(unknown.code()).isEqualTo(1);
    }

    private String anEvent() {
        UUID request;
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            request = Requests.submit(xa);
        }
        try (PartySystem auditor = new PartySystem(stack, "auditor")) {
            return await().atMost(Requests.PATIENCE)
                    .until(() -> eventOf(auditor, request), Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static Optional<String> eventOf(PartySystem auditor, UUID request) {
        return auditor.readAll("audit.decisions", AuditDecision.class).stream()
                .filter(decision -> decision.getContextId()
                        .filter(context -> context.endsWith(request.toString()))
                        .isPresent())
                .findFirst()
                .flatMap(AuditDecision::getEventId);
    }

    private Said policy(String... arguments) throws IOException, InterruptedException {
        return heliograph(
                Stream.concat(Stream.of("policy"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Said heliograph(String... arguments) throws IOException, InterruptedException {
        return Said.by(stack, arguments);
    }
}
