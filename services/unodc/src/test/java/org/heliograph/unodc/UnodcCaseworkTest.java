package org.heliograph.unodc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Instance;
import org.heliograph.cooperation.Outcome;
import org.heliograph.cooperation.Protocol;
import org.heliograph.cooperation.State;
import org.heliograph.events.RequestKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnodcCaseworkTest {

    private static final Set<RequestKind> BETWEEN_STATES = EnumSet.of(
            RequestKind.JOINT_INVESTIGATION,
            RequestKind.MLA_PREPARATION,
            RequestKind.VESSEL_REGISTRY_BOARDING,
            RequestKind.IDENTITY_NATIONALITY_VERIFICATION,
            RequestKind.RETURN_FACILITATION,
            RequestKind.PROTECTION_REFERRAL,
            RequestKind.UNKNOWN);

    private final Protocol protocol = new Protocol(Clock.systemUTC(), new UnodcCasework().competence());

    @ParameterizedTest
    @EnumSource
    void acceptsWhatUnodcIsCompetentForAndNothingBetweenStates(RequestKind kind) {
        Instance instance = new Instance(kind, new State.Assigned("legal desk"), 2, Set.of(), false, 0);

        Outcome outcome = protocol.decide(instance, Actor.ADDRESSEE, new Action.Accept(List.of()));

        assertThat(outcome instanceof Outcome.Moved).isEqualTo(!BETWEEN_STATES.contains(kind));
    }
}
