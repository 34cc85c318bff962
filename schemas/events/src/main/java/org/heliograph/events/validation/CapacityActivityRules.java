package org.heliograph.events.validation;

import org.heliograph.events.CapacityActivity;
import org.heliograph.events.ParticipantCounts;

final class CapacityActivityRules {

    private CapacityActivityRules() {}

    static void check(CapacityActivity activity, Violations violations) {
        CaseRules.isTheSubject(activity.getEnvelope(), activity.getActivityId(), violations);
        violations.known("type", activity.getType());
        violations.text("topic", activity.getTopic());
        CodeRules.country("hostCountry", activity.getHostCountry(), violations);
        CaseRules.inOrder(activity.getStart(), activity.getEnd(), violations);
        violations.notNegative("seats", activity.getSeats());
        ParticipantCounts participants = activity.getParticipants();
        CountRules.bySex(
                "participants", participants.getTotal(), participants.getFemale(), participants.getMale(), violations);
        violations.text("evaluation", activity.getEvaluation());
        CodeRules.pillars(activity.getPillars(), violations);
    }
}
