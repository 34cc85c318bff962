package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.web.Vocabulary;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.Certainty;
import org.heliograph.events.Conveyance;
import org.heliograph.events.CoopAct;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryActor;
import org.heliograph.events.DeliveryFailure;
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
import org.heliograph.pages.design.PageProblem;
import org.heliograph.pages.design.SpokenWords;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

/** Whatever a page says is in both languages, and no page says anything else. */
class WordsTest {

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
            Map.entry("copyact", DeliveryAct.class),
            Map.entry("copyactor", DeliveryActor.class),
            Map.entry("copyfailure", DeliveryFailure.class),
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
        SpokenWords.areTheSameInBothLanguages("desk");
    }

    @Test
    void areThereForEachWordOfEachVocabulary() throws IOException {
        Set<String> english = keys();

        VOCABULARIES.forEach((name, vocabulary) -> Vocabulary.words(vocabulary).stream()
                .forEach(word -> assertThat(english).contains(name + "." + word)));
        for (PageProblem problem : PageProblem.values()) {
            assertThat(english).contains("problem." + problem + ".help");
        }
        for (String kind : Vocabulary.words(RequestKind.class)) {
            assertThat(english).contains("fulfil." + kind, "fulfil." + kind + ".wrong");
        }
        for (Tlp tlp : Tlp.values()) {
            assertThat(english).contains("tlp." + tlp + ".means");
        }
    }

    @Test
    void areThereForEachEventOfThePolicy() throws IOException {
        Policy deployed = PolicyCompiler.compile(Path.of("../../deploy/policy"));

        assertThat(keys())
                .containsAll(deployed.events().keySet().stream()
                        .map(event -> "event." + event)
                        .toList());
    }

    @Test
    void areThereForEachPartyOfThePolicy() throws IOException {
        Policy deployed = PolicyCompiler.compile(Path.of("../../deploy/policy"));

        assertThat(keys())
                .containsAll(deployed.parties().keySet().stream()
                        .map(party -> "party." + party)
                        .toList());
    }

    @Test
    void areAllThatTemplatesSay() throws IOException {
        SpokenWords.areAllThatTemplatesSay(Path.of("src/main/resources/templates"), keys());
        SpokenWords.areAllThatTemplatesSay(Path.of("../pages/src/main/resources/templates"), keys());
    }

    private static Set<String> keys() throws IOException {
        return SpokenWords.keys("desk", "pages");
    }
}
