package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.unit.DataSize;

class EligibleTest {

    private static final GateProperties PROPERTIES =
            new GateProperties("1", 500, DataSize.ofMegabytes(8), DataSize.ofKilobytes(100), 2);

    private final Platform platform = new Platform();
    private final CurrentPolicy policies = new CurrentPolicy();
    private final EligibleController controller = new EligibleController(policies, PROPERTIES);

    /** As the protocol has it: each kind with the parties that it may be addressed to. */
    @Test
    void areThePartiesThatEachKindOfRequestMayBeAddressedTo() {
        List<String> agencies = List.of("iom", "iom-field-east", "unodc", "unodc-field-south");
        List<String> states = List.of("xb", "xc");

        assertThat(ofRequests(platform.policy(), "xa"))
                .isEqualTo(Map.of(
                        "LEGISLATIVE_ASSISTANCE", List.of("unodc", "unodc-field-south"),
                        "CAPACITY_BUILDING", agencies,
                        "CAMPAIGN_SUPPORT", agencies,
                        "PREVENTION_PLAN_SUPPORT", agencies,
                        "JOINT_INVESTIGATION", states,
                        "MLA_PREPARATION", states,
                        "IDENTITY_NATIONALITY_VERIFICATION", states,
                        "VESSEL_REGISTRY_BOARDING", states,
                        "RETURN_FACILITATION", List.of("iom", "iom-field-east", "xb", "xc"),
                        "RESEARCH_DATA",
                                List.of(
                                        "iom",
                                        "iom-field-east",
                                        "research",
                                        "unodc",
                                        "unodc-field-south",
                                        "xb",
                                        "xc")));
    }

    @Test
    void areNobodyWhereThePartyMayNotAsk() {
        assertThat(ofRequests(platform.policy(), "xb")).containsOnlyKeys("VESSEL_REGISTRY_BOARDING");
        assertThat(ofRequests(platform.policy(), "iom-protection")).isEmpty();
        assertThat(ofRequests(platform.policy(), "nobody")).isEmpty();
    }

    @Test
    void areThoseToWhomTheGateThenReleases() {
        Eligible alerts = eligible(platform.policy(), "alert.route", "xa");

        assertThat(alerts.recipients()).containsOnlyKeys("");
        assertThat(Objects.requireNonNull(alerts.recipients().get("")))
                .contains("iom", "unodc", "xb", "xa-coastguard")
                .doesNotContain("xa", "research", "iom-protection");
    }

    @Test
    void includeWhoIsSuspendedForNow(@TempDir Path folder) {
        Policy suspended = PolicyCompiler.compile(new PolicyFiles(folder)
                .change("parties.yaml", Map.of("parties", Map.of("unodc", Map.of("suspended", true))))
                .folder());

        assertThat(ofRequests(suspended, "xa").get("LEGISLATIVE_ASSISTANCE"))
                .containsExactly("unodc", "unodc-field-south");
    }

    @Test
    void areToldToThePartyOfTheTokenByThePolicyOfTheMoment() {
        assertThat(ask("xa", "coop.request").getStatusCode().value()).isEqualTo(503);
        policies.set(platform.gatePolicy());

        Eligible told = Objects.requireNonNull(ask("xb", "coop.request").getBody());
        assertThat(told.recipients()).containsOnlyKeys("VESSEL_REGISTRY_BOARDING");
        assertThat(told.policyVersion()).isEqualTo(platform.gatePolicy().version());
        assertThat(ask("xa", "coop.imagined").getStatusCode().value()).isEqualTo(404);
    }

    private ResponseEntity<Eligible> ask(String party, String event) {
        return controller.eligible(
                event,
                Jwt.withTokenValue("token")
                        .header("alg", "ES256")
                        .claim("party", party)
                        .build());
    }

    private static Map<String, List<String>> ofRequests(Policy policy, String party) {
        return eligible(policy, "coop.request", party).recipients();
    }

    private static Eligible eligible(Policy policy, String event, String party) {
        return Eligible.of(policy, "v", policy.event(event).orElseThrow(), party, Events.AT);
    }
}
