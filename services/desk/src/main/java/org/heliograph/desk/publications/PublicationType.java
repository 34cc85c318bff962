package org.heliograph.desk.publications;

import static org.heliograph.events.Purpose.CAPACITY_DEVELOPMENT;
import static org.heliograph.events.Purpose.LEGAL_COOPERATION;
import static org.heliograph.events.Purpose.PREVENTION_INFORMATION;
import static org.heliograph.events.Purpose.RESEARCH_STATISTICS;

import java.util.List;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/** What is published in a case of its own, each version in place of the one before. */
public enum PublicationType {
    /** A study, paper, tool, training or dataset. */
    PRODUCT("knowledge.product", Tlp.CLEAR),
    /** A law, a decision of a court, or the status of a treaty. */
    LEGAL_UPDATE("knowledge.legal-update", Tlp.CLEAR),
    /** What is done to strengthen a State's capacity, upon its request. */
    CAPACITY_ACTIVITY("capacity.activity", Tlp.GREEN),
    /** A public campaign. */
    CAMPAIGN("campaign.notice", Tlp.GREEN),
    /** A plan to prevent smuggling. */
    STRATEGY("prevention.strategy", Tlp.GREEN);

    private final String eventType;
    private final Tlp marking;

    PublicationType(String eventType, Tlp marking) {
        this.eventType = eventType;
        this.marking = marking;
    }

    /** The event that carries it. */
    public String eventType() {
        return eventType;
    }

    /** Unless another is asked for. */
    public Tlp marking() {
        return marking;
    }

    /** Unless others are asked for. */
    public List<Purpose> purposes() {
        return switch (this) {
            case PRODUCT -> List.of(RESEARCH_STATISTICS, PREVENTION_INFORMATION);
            case LEGAL_UPDATE -> List.of(LEGAL_COOPERATION, PREVENTION_INFORMATION);
            case CAPACITY_ACTIVITY -> List.of(CAPACITY_DEVELOPMENT, PREVENTION_INFORMATION);
            case CAMPAIGN -> List.of(PREVENTION_INFORMATION);
            case STRATEGY -> List.of(PREVENTION_INFORMATION, CAPACITY_DEVELOPMENT);
        };
    }
}
