package org.heliograph.standalone.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ResearchObservation;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.schemas.SchemaCheck.Finding;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

    private static final Schema ROUTE = EventSchemas.of(AlertRoute.class);
    private static final Policy POLICY = PolicyCompiler.compile(Path.of("../../deploy/policy"))
            .with(
                    Map.of(7, registered(7, ROUTE), 8, registered(8, EventSchemas.of(ResearchObservation.class))),
                    List.of());

    private final SchemaCheck check = new SchemaCheck(POLICY);

    @Test
    void findsNothingInTheSchemaThatIsInForce() {
        Finding finding = finding(ROUTE);

        assertThat(finding.changed()).isFalse();
        assertThat(finding.breaks()).isFalse();
        assertThat(finding.id()).isEqualTo(7);
    }

    @Test
    void aFieldWithADefaultBreaksNobody() {
        Finding finding = finding(with("{\"name\":\"added\",\"type\":[\"null\",\"string\"],\"default\":null}"));

        assertThat(finding.changed()).isTrue();
        assertThat(finding.breaks()).isFalse();
    }

    @Test
    void aFieldWithoutADefaultKeepsNewReadersFromWhatWasWritten() {
        Finding finding = finding(with("{\"name\":\"added\",\"type\":\"string\"}"));

        assertThat(finding.newUnreadByOld()).isEmpty();
        assertThat(finding.oldUnreadByNew()).singleElement().asString().contains("added");
    }

    @Test
    void aFieldThatIsGoneAndHadNoDefaultBreaksWhoReadsTheEventAndNobodyElse() {
        Finding finding = finding(parsed(ROUTE.toString().replace("\"name\":\"summary\"", "\"name\":\"abstract\"")));

        assertThat(finding.newUnreadByOld()).isNotEmpty().allMatch(problem -> problem.contains("summary"));
        assertThat(finding.readers())
                .contains("xb", "xa-fusion", "xa-coastguard")
                .doesNotContain("xa-protection");
        assertThat(finding.topics()).contains("inbox.xb.alerts").doesNotContain("inbox.xb.cooperation");
    }

    @Test
    void everybodyReadsWhatMayBePublic() {
        Schema schema = EventSchemas.of(ResearchObservation.class);

        Finding finding =
                check.of(new TreeMap<>(Map.of(schema.getFullName(), schema))).getFirst();

        assertThat(finding.readers()).containsAll(POLICY.parties().keySet());
        assertThat(finding.topics()).contains("public.research.observation", "inbox.xb.statistics");
    }

    @Test
    void refusesASchemaOfNoEventAndOneThatTheVersionInForceLacks() {
        Schema nobodys = parsed("{\"type\":\"record\",\"name\":\"org.heliograph.events.Nothing\",\"fields\":[]}");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> finding(nobodys))
                .withMessageContaining("org.heliograph.events.Nothing")
                .withMessageContaining("org.heliograph.events.AlertRoute");
        Schema unregistered =
                parsed("{\"type\":\"record\",\"name\":\"org.heliograph.events.CoopRequest\",\"fields\":[]}");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> finding(unregistered))
                .withMessageContaining("no registered schema org.heliograph.events.CoopRequest");
    }

    private Finding finding(Schema schema) {
        return check.of(new TreeMap<>(Map.of(schema.getFullName(), schema))).getFirst();
    }

    /** The schema of route alerts with one more field at its end. */
    private static Schema with(String field) {
        String text = ROUTE.toString();
        return parsed(text.substring(0, text.lastIndexOf(']')) + "," + field + text.substring(text.lastIndexOf(']')));
    }

    private static Schema parsed(String text) {
        return new Schema.Parser().parse(text);
    }

    private static RegisteredSchema registered(int id, Schema schema) {
        return new RegisteredSchema(id, schema.getFullName(), EventSchemas.fingerprint(schema), schema.toString());
    }
}
