package org.heliograph.operations.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicySchemasTest {

    private static final Path POLICY = Path.of("../../deploy/policy");

    @TempDir
    private Path directory;

    @Test
    void takesTheSchemaOfEachEventAndThoseOfTheSpine() {
        assertThat(PolicySchemas.of(PolicyCompiler.compile(POLICY)))
                .containsOnlyKeys(
                        "org.heliograph.events.AlertDocumentFraud",
                        "org.heliograph.events.AlertNetwork",
                        "org.heliograph.events.AlertRoute",
                        "org.heliograph.events.AuditDecision",
                        "org.heliograph.events.CampaignNotice",
                        "org.heliograph.events.CapacityActivity",
                        "org.heliograph.events.ControlConfirmation",
                        "org.heliograph.events.ControlDelivery",
                        "org.heliograph.events.ControlHandling",
                        "org.heliograph.events.CoopEvent",
                        "org.heliograph.events.CoopNotice",
                        "org.heliograph.events.CoopRequest",
                        "org.heliograph.events.Dispatch",
                        "org.heliograph.events.IncidentReport",
                        "org.heliograph.events.KnowledgeLegalUpdate",
                        "org.heliograph.events.KnowledgeProduct",
                        "org.heliograph.events.MaritimeDistress",
                        "org.heliograph.events.MaritimeVesselAction",
                        "org.heliograph.events.MaritimeVesselRequest",
                        "org.heliograph.events.MaritimeVesselResponse",
                        "org.heliograph.events.PreventionStrategy",
                        "org.heliograph.events.ProtectionReferral",
                        "org.heliograph.events.ProtectionStatus",
                        "org.heliograph.events.Receipt",
                        "org.heliograph.events.Redelivery",
                        "org.heliograph.events.ResearchObservation")
                .allSatisfy((name, schema) -> {
                    assertThat(schema.getFullName()).isEqualTo(name);
                    assertThat(schema.toString()).doesNotContain("avro.java.string");
                });
    }

    @Test
    void refusesAnEventWhoseRecordThisBuildDoesNotHave() throws IOException {
        Policy policy = withEvents("org.heliograph.events.AlertRoute", "org.heliograph.events.Missing");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicySchemas.of(policy))
                .withMessageContaining("events.yaml: alert.route.schema: found org.heliograph.events.Missing");
    }

    @Test
    void refusesAClassThatIsNoRecord() throws IOException {
        Policy policy = withEvents("org.heliograph.events.AlertRoute", "java.lang.String");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicySchemas.of(policy))
                .withMessageContaining("found java.lang.String");
    }

    private Policy withEvents(String from, String to) throws IOException {
        for (String file :
                List.of("platform.yaml", "parties.yaml", "events.yaml", "declassifiers.yaml", "grants.yaml")) {
            Files.writeString(
                    directory.resolve(file),
                    Files.readString(POLICY.resolve(file)).replace(from, to));
        }
        return PolicyCompiler.compile(directory);
    }
}
