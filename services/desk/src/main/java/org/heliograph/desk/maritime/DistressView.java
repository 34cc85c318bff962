package org.heliograph.desk.maritime;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.journal.EnvelopeView;
import org.heliograph.desk.journal.JournalKind;
import org.heliograph.events.DistressCondition;
import org.heliograph.events.DistressPhase;
import org.heliograph.events.MaritimeDistress;
import org.heliograph.events.MrccNotification;
import org.jspecify.annotations.Nullable;

/** Distress at sea as people and agency systems read it. A number that is absent is unknown, never 0. */
public record DistressView(
        @JsonUnwrapped EnvelopeView envelope,
        String distressId,
        ExactPositionView position,
        @Nullable Double course,
        @Nullable Double speedKn,
        @Nullable Integer personsOnBoard,
        List<DistressCondition> condition,
        @Nullable String weather,
        MrccView mrccNotified,
        DistressPhase phase) {

    /** How the journal keeps distress: by the number that its originator gave it. */
    public static final JournalKind<MaritimeDistress> KIND = new JournalKind<>(
            MaritimeDistress.class, "maritime.distress", MaritimeDistress::getDistressId, DistressView::of);

    /** The rescue coordination centre that was told, and when. */
    public record MrccView(String name, Instant at) {

        static MrccView of(MrccNotification notification) {
            return new MrccView(StorableText.of(notification.getName()), notification.getAt());
        }
    }

    private static DistressView of(MaritimeDistress distress) {
        return new DistressView(
                EnvelopeView.of(distress.getEnvelope()),
                StorableText.of(distress.getDistressId()),
                ExactPositionView.of(distress.getPosition()),
                distress.getCourse().orElse(null),
                distress.getSpeedKn().orElse(null),
                distress.getPersonsOnBoard().orElse(null),
                List.copyOf(distress.getCondition()),
                StorableText.orNull(distress.getWeather().orElse(null)),
                MrccView.of(distress.getMrccNotified()),
                distress.getPhase());
    }
}
