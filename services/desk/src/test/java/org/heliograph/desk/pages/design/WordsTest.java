package org.heliograph.desk.pages.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.web.Vocabulary;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.Certainty;
import org.heliograph.events.Conveyance;
import org.heliograph.events.CoopAct;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.IncidentType;
import org.heliograph.events.LegislativeStage;
import org.heliograph.events.Outcome;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.heliograph.events.Urgency;
import org.heliograph.events.VesselMeasure;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

/** Whatever a page says is in both languages, and no page says anything else. */
class WordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TAG = Pattern.compile("<(?:[^>\"]|\"[^\"]*\")*>");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-zA-Z.-]*)[}(]");
    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile("\\s(?:title|alt|aria-label|placeholder)=\"");

    private static final Map<String, Class<? extends Enum<?>>> VOCABULARIES = Map.ofEntries(
            Map.entry("kind", RequestKind.class),
            Map.entry("state", RequestState.class),
            Map.entry("act", CoopAct.class),
            Map.entry("reason", ReasonCode.class),
            Map.entry("urgency", Urgency.class),
            Map.entry("priority", Priority.class),
            Map.entry("tlp", Tlp.class),
            Map.entry("code", HandlingCode.class),
            Map.entry("purpose", Purpose.class),
            Map.entry("status", Status.class),
            Map.entry("outcome", Outcome.class),
            Map.entry("duty", Deadline.Duty.class),
            Map.entry("direction", Direction.class),
            Map.entry("conflict", Refusal.class),
            Map.entry("problem", PageProblem.class),
            Map.entry("stage", LegislativeStage.class),
            Map.entry("geo", GeoLevel.class),
            Map.entry("channel", CampaignChannel.class),
            Map.entry("measure", VesselMeasure.class),
            Map.entry("alertkind", RouteAlertKind.class),
            Map.entry("severity", Severity.class),
            Map.entry("certainty", Certainty.class),
            Map.entry("mode", TransportMode.class),
            Map.entry("incidenttype", IncidentType.class),
            Map.entry("conveyance", Conveyance.class));

    @Test
    void areTheSameInBothLanguages() throws IOException {
        Properties english = bundle("desk.properties");
        Properties french = bundle("desk_fr.properties");

        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(french.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void areThereForEachWordOfEachVocabulary() throws IOException {
        Properties english = bundle("desk.properties");

        VOCABULARIES.forEach((name, vocabulary) -> Vocabulary.words(vocabulary).stream()
                .forEach(word -> assertThat(english.stringPropertyNames()).contains(name + "." + word)));
        for (PageProblem problem : PageProblem.values()) {
            assertThat(english.stringPropertyNames()).contains("problem." + problem + ".help");
        }
        for (String kind : Vocabulary.words(RequestKind.class)) {
            assertThat(english.stringPropertyNames()).contains("fulfil." + kind, "fulfil." + kind + ".wrong");
        }
        for (Tlp tlp : Tlp.values()) {
            assertThat(english.stringPropertyNames()).contains("tlp." + tlp + ".means");
        }
    }

    @Test
    void areThereForEachEventOfThePolicy() throws IOException {
        Policy deployed = PolicyCompiler.compile(Path.of("../../deploy/policy"));

        assertThat(bundle("desk.properties").stringPropertyNames())
                .containsAll(deployed.events().keySet().stream()
                        .map(event -> "event." + event)
                        .toList());
    }

    @Test
    void areThereForEachPartyOfThePolicy() throws IOException {
        Policy deployed = PolicyCompiler.compile(Path.of("../../deploy/policy"));

        assertThat(bundle("desk.properties").stringPropertyNames())
                .containsAll(deployed.parties().keySet().stream()
                        .map(party -> "party." + party)
                        .toList());
    }

    @Test
    void areAllThatTemplatesSay() throws IOException {
        Properties english = bundle("desk.properties");

        for (Path template : templates()) {
            String html = Files.readString(template);
            assertThat(TAG.matcher(html).replaceAll("").replaceAll("[:\\s]", ""))
                    .as("text in %s that is in no bundle", template)
                    .isEmpty();
            assertThat(SPOKEN_ATTRIBUTE.matcher(html).find())
                    .as("words in an attribute of %s", template)
                    .isFalse();
            Matcher keys = KEY.matcher(html);
            while (keys.find()) {
                assertThat(english.stringPropertyNames())
                        .as(template.toString())
                        .contains(keys.group(1));
            }
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(templates).isNotEmpty();
            return templates;
        }
    }

    private static List<Integer> arguments(String message) {
        return Arrays.stream(new MessageFormat(message).getFormatsByArgumentIndex())
                .map(format -> format == null ? 0 : 1)
                .toList();
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve("messages").resolve(name), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
