package org.heliograph.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.heliograph.events.AggravatingCircumstance;
import org.heliograph.events.Authorisation;
import org.heliograph.events.CampaignChannel;
import org.heliograph.events.CapacityType;
import org.heliograph.events.CauseGroup;
import org.heliograph.events.Conveyance;
import org.heliograph.events.CoopAct;
import org.heliograph.events.DistressCondition;
import org.heliograph.events.DistressPhase;
import org.heliograph.events.EstimateType;
import org.heliograph.events.FraudType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.IncidentType;
import org.heliograph.events.LegalOutcome;
import org.heliograph.events.LegalUpdateKind;
import org.heliograph.events.LegislativeStage;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.PlanStatus;
import org.heliograph.events.Priority;
import org.heliograph.events.ProductType;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.TimePrecision;
import org.heliograph.events.TransportMode;
import org.heliograph.events.VesselMeasure;

/** The vocabularies in which UNKNOWN stands for a word of a later version, and is nothing that a caller can mean. */
public final class Vocabulary {

    static final List<Class<? extends Enum<?>>> WITHOUT_UNKNOWN = List.of(
            RequestKind.class,
            ReasonCode.class,
            RequestState.class,
            CoopAct.class,
            Priority.class,
            RouteAlertKind.class,
            TransportMode.class,
            IncidentType.class,
            TimePrecision.class,
            Conveyance.class,
            CauseGroup.class,
            AggravatingCircumstance.class,
            GeoLevel.class,
            LegislativeStage.class,
            CampaignChannel.class,
            FraudType.class,
            DistressPhase.class,
            DistressCondition.class,
            VesselMeasure.class,
            Authorisation.class,
            ProductType.class,
            LegalUpdateKind.class,
            LegalOutcome.class,
            CapacityType.class,
            PlanStatus.class,
            EstimateType.class,
            ObservationUnit.class);

    private Vocabulary() {}

    /** What is left of these words if they are those of a vocabulary whose UNKNOWN no caller can mean. */
    public static Optional<List<String>> withoutUnknown(List<?> words) {
        List<String> names = words.stream().map(Object::toString).toList();
        return WITHOUT_UNKNOWN.stream()
                .map(Vocabulary::words)
                .filter(known -> names.size() == known.size() + 1 && names.containsAll(known))
                .findFirst();
    }

    /** The words that a caller may use. */
    public static List<String> words(Class<?> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(word -> ((Enum<?>) word).name())
                .filter(word -> !(WITHOUT_UNKNOWN.contains(vocabulary) && word.equals("UNKNOWN")))
                .toList();
    }
}
