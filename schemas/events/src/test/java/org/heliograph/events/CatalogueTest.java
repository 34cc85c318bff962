package org.heliograph.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.validation.Catalogue;
import org.heliograph.events.validation.EventRules;
import org.junit.jupiter.api.Test;

/** What holds for all schemas together. */
class CatalogueTest {

    private static final Path CLASSES = Path.of("target/classes/org/heliograph/events");
    private static final Set<String> OF_PERSONS = Set.of("caseCode", "contactCiphertext");
    private static final Set<String> WITH_PILLARS = Set.of(
            "knowledge.product",
            "knowledge.legal-update",
            "capacity.activity",
            "campaign.notice",
            "prevention.strategy",
            "research.observation");

    @Test
    void holdsEveryRecordThatHasAnEnvelope() throws Exception {
        List<Class<? extends SpecificRecord>> withEnvelope = new ArrayList<>();
        for (String name : classNames()) {
            Class<?> type = Class.forName("org.heliograph.events." + name);
            if (SpecificRecord.class.isAssignableFrom(type)
                    && Stream.of(type.getDeclaredFields())
                            .anyMatch(field -> field.getType() == Envelope.class
                                    && field.getName().equals("envelope"))) {
                withEnvelope.add(type.asSubclass(SpecificRecord.class));
            }
        }

        assertThat(Catalogue.events().values()).containsExactlyInAnyOrderElementsOf(withEnvelope);
    }

    @Test
    void beginsEveryEventWithTheEnvelope() {
        assertThat(Schemas.events()).allSatisfy((type, schema) -> {
            Schema.Field first = schema.getFields().getFirst();
            assertThat(first.name()).isEqualTo("envelope");
            assertThat(first.schema().getFullName()).isEqualTo("org.heliograph.events.Envelope");
        });
    }

    @Test
    void namesEachRecordAfterItsEvent() {
        assertThat(Schemas.events())
                .allSatisfy((type, schema) ->
                        assertThat(schema.getName()).isEqualToIgnoringCase(type.replaceAll("[.-]", "")));
    }

    /** R8. */
    @Test
    void keepsTheCodeAndTheContactOfAPersonOutOfAllRecordsButTheReferral() {
        assertThat(Schemas.fieldNames(ProtectionReferral.getClassSchema())).containsAll(OF_PERSONS);
        assertThat(Schemas.all())
                .filteredOn(schema -> !schema.equals(ProtectionReferral.getClassSchema()))
                .allSatisfy(schema -> assertThat(Schemas.fieldNames(schema))
                        .as(schema.getFullName())
                        .noneMatch(name -> OF_PERSONS.stream().anyMatch(name::equalsIgnoreCase)));
    }

    /** R8: a referral has one key in common with other records, and that with its status alone. */
    @Test
    void joinsAReferralWithNothingButItsStatus() {
        assertThat(Schemas.all())
                .filteredOn(schema -> Schemas.fieldNames(schema).contains("referralId"))
                .containsExactlyInAnyOrder(ProtectionReferral.getClassSchema(), ProtectionStatus.getClassSchema());
    }

    /** R7. */
    @Test
    void letsThreeFieldsThroughTheFirewall() {
        assertThat(ProtectionStatus.getClassSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactly("envelope", "referralId", "status", "at");
    }

    /** R14. */
    @Test
    void tellsExactPositionsOfVesselsAndDistressAlone() {
        Set<String> exact = new TreeSet<>();
        Schemas.events()
                .forEach((type, schema) -> Schemas.eachField(schema, (record, field) -> {
                    if (record.getName().equals("ExactPosition")) {
                        exact.add(type);
                    }
                }));

        assertThat(exact).containsExactly("coop.request", "maritime.distress", "maritime.vessel-request");
    }

    /** R14: what is no position by type would be neither rounded nor refused. */
    @Test
    void holdsCoordinatesInPositionsOnly() {
        Set<String> records = new TreeSet<>();
        Schemas.all()
                .forEach(schema -> Schemas.eachField(schema, (record, field) -> {
                    if (field.name().matches("(?i)lat|lon|lng|latitude|longitude")) {
                        records.add(record.getName());
                    }
                }));

        assertThat(records).containsExactly("ExactPosition", "Position");
    }

    @Test
    void tellsThePillarsWhereActivityIsShownByPillar() {
        assertThat(Schemas.events())
                .allSatisfy((type, schema) ->
                        assertThat(schema.getField("pillars") != null).as(type).isEqualTo(WITH_PILLARS.contains(type)));
    }

    @Test
    void tellsTheGateTheKindOfEachStepOfARequest() {
        Schema.Field request = CoopRequest.getClassSchema().getField("kind");
        Schema.Field step = CoopEvent.getClassSchema().getField("kind");

        assertThat(step.schema()).isEqualTo(request.schema());
    }

    @Test
    void knowsNoRulesForWhatIsNoEvent() {
        var position = Position.newBuilder().setLat(1).setLon(2).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRules.violations(position))
                .withMessageContaining("org.heliograph.events.Position");
    }

    private static List<String> classNames() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.endsWith(".class") && !name.contains("$") && !name.equals("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }
}
