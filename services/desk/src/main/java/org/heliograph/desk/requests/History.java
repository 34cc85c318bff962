package org.heliograph.desk.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.Instance;
import org.heliograph.cooperation.Step;
import org.heliograph.cooperation.View;

/**
 * What happened to a request at one addressee.
 *
 * @param recorded numbered steps without a gap, in order
 * @param instance where they led
 */
record History(CooperationRequest request, String addressee, List<RecordedStep> recorded, Instance instance) {

    History {
        recorded = List.copyOf(recorded);
    }

    /**
     * Of steps as far as they have arrived.
     *
     * @param recorded steps of this addressee and of others, each addressee's in order
     */
    static History of(CooperationRequest request, String addressee, List<RecordedStep> recorded) {
        List<RecordedStep> own = recorded.stream()
                .filter(step -> step.addressee().equals(addressee))
                .toList();
        Instance instance = View.of(
                        request.content().kind(),
                        own.stream().map(RecordedStep::step).toList())
                .instance();
        return new History(
                request,
                addressee,
                own.stream().filter(step -> step.step().seq() <= instance.seq()).toList(),
                instance);
    }

    /** Once this one was taken too. */
    History and(RecordedStep step) {
        List<RecordedStep> longer = new ArrayList<>(recorded);
        longer.add(step);
        return of(request, addressee, longer);
    }

    List<Step> steps() {
        return recorded.stream().map(RecordedStep::step).toList();
    }

    Standing standing() {
        return new Standing(addressee, instance.state().name(), instance.seq());
    }

    Optional<RecordedStep> last() {
        return recorded.isEmpty() ? Optional.empty() : Optional.of(recorded.getLast());
    }

    /** The step that an event led to. */
    Optional<RecordedStep> causedBy(UUID eventId) {
        return recorded.stream()
                .filter(step -> eventId.equals(step.causation()))
                .findFirst();
    }
}
