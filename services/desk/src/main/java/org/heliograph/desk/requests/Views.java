package org.heliograph.desk.requests;

import org.heliograph.cooperation.RollUp;

/** Keeps what this party sees of its requests at their addressees. */
final class Views {

    private final Requests requests;
    private final RecordedSteps steps;

    Views(Requests requests, RecordedSteps steps) {
        this.requests = requests;
        this.steps = steps;
    }

    /** After steps of this addressee arrived; in the running transaction and with the request locked. */
    void refresh(CooperationRequest request, String addressee) {
        requests.update(
                request.id(),
                History.of(request, addressee, steps.of(request.id())).standing());
        requests.updateOverall(
                request.id(),
                RollUp.overall(requests.standings(request.id()).stream()
                        .map(Standing::state)
                        .toList()));
    }
}
