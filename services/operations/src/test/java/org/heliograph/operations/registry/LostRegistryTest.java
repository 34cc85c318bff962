package org.heliograph.operations.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A registry that lost its database, or was given something else meanwhile. */
class LostRegistryTest {

    private static final Schema ALERT = schema("Alert", "text");
    private static final Schema LATER_ALERT = schema("Alert", "text", "more");
    private static final Schema REPORT = schema("Report", "text");
    private static final Schema FOREIGN = schema("Foreign", "text");

    /** What versions of the policy named: two of one schema, and ids between that nobody has. */
    private static final List<RegisteredSchema> NAMED =
            List.of(registered(3, ALERT), registered(7, REPORT), registered(12, LATER_ALERT));

    private static final List<String> AS_IT_WAS = List.of("3 org.x.Alert", "12 org.x.Alert", "7 org.x.Report");

    private final RegistryInMemory registry = new RegistryInMemory();
    private final SchemaRegistration registration = new SchemaRegistration(registry);

    @BeforeEach
    void learn() {
        registration.learn(List.of(version(NAMED.get(0), NAMED.get(1)), version(NAMED.get(1), NAMED.get(2))));
    }

    @Test
    void givesEachVersionOfEachSchemaItsIdAgain() throws IOException {
        registration.restore();

        assertThat(registry.standing()).containsExactlyInAnyOrderElementsOf(AS_IT_WAS);
        assertThat(registry.versionsOf("org.x.Alert")).containsExactly(3, 12);
        assertThat(registration.drift()).isEmpty();
    }

    @Test
    void givesBackWhatIsMissingBesideWhatIsThere() throws IOException {
        registration.restore();
        registry.forget("org.x.Report");

        registration.restore();

        assertThat(registry.standing()).containsExactlyInAnyOrderElementsOf(AS_IT_WAS);
    }

    @Test
    void namesEachIdThatIsMissing() throws IOException {
        assertThat(registration.drift())
                .containsExactly(
                        "org.x.Alert is not registered under id 3",
                        "org.x.Report is not registered under id 7",
                        "org.x.Alert is not registered under id 12");
    }

    @Test
    void registersNothingWhereAnIdIsTakenByAnotherSchema() throws IOException {
        registry.place(List.of(registered(7, FOREIGN)));
        int taken = registry.register("org.x.Foreign", FOREIGN.toString());
        assertThat(taken).isEqualTo(7);

        assertThatExceptionOfType(RegistryDiffersException.class)
                .isThrownBy(registration::restore)
                .withMessageContaining("id 7 is org.x.Foreign")
                .withMessageContaining("expected org.x.Report")
                .withMessageContaining("empty its database");

        assertThat(registry.standing()).containsExactly("7 org.x.Foreign");
        assertThat(registration.drift())
                .anySatisfy(what -> assertThat(what).contains("id 7 is org.x.Foreign"))
                .contains("org.x.Foreign is registered and not called for");
    }

    @Test
    void registersNothingWhereASchemaHasAnotherId() throws IOException {
        registry.register("org.x.Alert", ALERT.toString());

        assertThatExceptionOfType(RegistryDiffersException.class)
                .isThrownBy(registration::restore)
                .withMessageContaining("org.x.Alert has id 1, expected 3");

        assertThat(registry.standing()).containsExactly("1 org.x.Alert");
        assertThat(registration.drift()).contains("org.x.Alert has id 1, expected 3");
    }

    @Test
    void noticesThatAnImportLeftSomethingOut() {
        registry.importNothing();

        assertThatExceptionOfType(RegistryDiffersException.class)
                .isThrownBy(registration::restore)
                .withMessageContaining("org.x.Alert came out with id 1, expected 3");
    }

    @Test
    void givesNoLostIdToANewSchema() throws IOException {
        Map<Integer, RegisteredSchema> registered =
                registration.register(new TreeMap<>(Map.of("org.x.Foreign", FOREIGN)));

        assertThat(registered).containsOnlyKeys(13);
        assertThat(registry.standing()).containsAll(AS_IT_WAS);
    }

    @Test
    void registersNoNewSchemaWhereAnIdIsTaken() throws IOException {
        registry.register("org.x.Alert", ALERT.toString());

        assertThatExceptionOfType(RegistryDiffersException.class)
                .isThrownBy(() -> registration.register(new TreeMap<>(Map.of("org.x.Foreign", FOREIGN))));

        assertThat(registry.standing()).containsExactly("1 org.x.Alert");
    }

    /** So that a party can be suspended while the registry is away. */
    @Test
    void needsNoRegistryForWhatIsKnown() throws IOException {
        registry.goAway();
        Map<String, Schema> known = Map.of("org.x.Alert", LATER_ALERT, "org.x.Report", REPORT);

        assertThat(registration.register(new TreeMap<>(known))).containsOnlyKeys(7, 12);
        assertThat(registration.lookUp(new TreeMap<>(known))).containsOnlyKeys(7, 12);
        assertThatIOException().isThrownBy(registration::restore);
    }

    @Test
    void asksTheRegistryEachTime() throws IOException {
        registration.restore();
        registry.lose();

        registration.restore();

        assertThat(registry.standing()).containsExactlyInAnyOrderElementsOf(AS_IT_WAS);
    }

    @Test
    void restoresNothingFromVersionsThatContradictEachOther() throws IOException {
        registration.learn(List.of(version(registered(7, FOREIGN))));

        assertThatExceptionOfType(RegistryDiffersException.class)
                .isThrownBy(registration::restore)
                .withMessageContaining("name id 7 as org.x.Report")
                .withMessageContaining("as org.x.Foreign");
        assertThat(registry.standing()).isEmpty();
    }

    @Test
    void restoresNothingFromATextThatIsNotWhatItSays() {
        registration.learn(List.of(version(
                new RegisteredSchema(20, "org.x.Foreign", EventSchemas.fingerprint(FOREIGN), REPORT.toString()))));

        assertThatExceptionOfType(RegistryDiffersException.class)
                .isThrownBy(registration::restore)
                .withMessageContaining("names id 20 as org.x.Foreign")
                .withMessageContaining("with the text of org.x.Report");
    }

    @Test
    void restoresNothingFromAVersionThatNobodyCanRead() {
        registration.learn(List.of("{"));

        assertThatExceptionOfType(RegistryDiffersException.class)
                .isThrownBy(registration::restore)
                .withMessageContaining("a version of the policy is unreadable");
    }

    private static Schema schema(String name, String... fields) {
        FieldAssembler<Schema> record =
                SchemaBuilder.record(name).namespace("org.x").fields();
        for (String field : fields) {
            record = record.optionalString(field);
        }
        return record.endRecord();
    }

    private static RegisteredSchema registered(int id, Schema schema) {
        return new RegisteredSchema(id, schema.getFullName(), EventSchemas.fingerprint(schema), schema.toString());
    }

    /** With something in it of which this release knows nothing. */
    private static String version(RegisteredSchema... schemas) {
        Map<String, RegisteredSchema> byId = new TreeMap<>();
        for (RegisteredSchema schema : schemas) {
            byId.put(Integer.toString(schema.id()), schema);
        }
        return new JsonMapper().writeValueAsString(Map.of("later", "unknown", "schemas", byId));
    }
}
