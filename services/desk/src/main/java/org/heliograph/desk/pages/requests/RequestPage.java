package org.heliograph.desk.pages.requests;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.cooperation.Actor;
import org.heliograph.desk.pages.forms.Filled;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.requests.ActDetail;
import org.heliograph.desk.requests.AddresseeFile;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RecordedStep;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a request shows.
 *
 * @param withdrawal the requester withdraws from all addressees at once; null where there is nothing to withdraw
 */
record RequestPage(
        RequestFile file,
        List<Part> parts,
        List<Entry> timeline,
        List<Copies> copies,
        @Nullable Next withdrawal) {

    /** An addressee, and what this party may do there. */
    record Part(AddresseeFile file, List<Next> next) {}

    /** A step that may be taken. */
    record Next(
            CoopAct act,
            String addressee,
            int version,
            Filled form,
            @Nullable Closing closing) {
        public boolean isButton() {
            return form.fields().isEmpty();
        }
    }

    /** A step that was taken. */
    record Entry(
            int seq,
            CoopAct act,
            RequestState to,
            String addressee,
            String party,
            String role,
            Instant at,
            boolean byService,
            ActDetail detail) {

        static Entry of(RecordedStep recorded, String requester) {
            Actor actor = recorded.step().actor();
            return new Entry(
                    recorded.step().seq(),
                    recorded.step().action().act(),
                    recorded.step().to(),
                    recorded.addressee(),
                    actor == Actor.REQUESTER ? requester : recorded.addressee(),
                    recorded.actorRole(),
                    recorded.step().at(),
                    actor == Actor.SERVICE,
                    ActDetail.of(recorded.step().action()));
        }
    }

    /** Of an event that this party sent: what the gate said of it. */
    record Copies(String eventType, List<GateAnswer> answers) {

        /** Whether somebody got it, and nobody who was named did not. */
        public boolean isPlain(GateAnswer answer) {
            return answer.rule() == null
                    && !answer.releasedTo().isEmpty()
                    && answer.withheldFrom().isEmpty();
        }
    }

    public List<Facts.Fact> facts() {
        return Facts.of(file.request().content().details());
    }

    public boolean isExercise() {
        return file.request().file().status() != Status.ACTUAL;
    }

    public boolean isOut() {
        return file.request().direction() == Direction.OUT;
    }

    /** How it stands at the others who take part in a joint matter. */
    public List<AddresseeFile> others() {
        return file.others();
    }

    /** @param written what somebody wrote into one of the forms; null for nobody */
    static RequestPage of(RequestFile file, ActForms forms, @Nullable Filled written) {
        boolean out = file.request().direction() == Direction.OUT;
        List<Part> parts = file.addressees().stream()
                .map(addressee -> new Part(
                        addressee,
                        addressee.nextSteps().stream()
                                .filter(act -> ActForms.isOfficers(act) && act != CoopAct.WITHDRAW)
                                .map(act -> next(act, addressee, forms, written))
                                .toList()))
                .toList();
        @Nullable
        Next withdrawal = out
                ? file.addressees().stream()
                        .filter(addressee -> addressee.nextSteps().contains(CoopAct.WITHDRAW))
                        .findFirst()
                        .map(addressee -> next(CoopAct.WITHDRAW, addressee, forms, written))
                        .orElse(null)
                : null;
        return new RequestPage(
                file,
                parts,
                file.timeline().reversed().stream()
                        .map(step -> Entry.of(step, file.request().requestingParty()))
                        .toList(),
                file.receipts().stream()
                        .map(sent -> new Copies(
                                sent.eventType(),
                                sent.receipts().stream().map(GateAnswer::of).toList()))
                        .toList(),
                withdrawal);
    }

    private static Next next(CoopAct act, AddresseeFile addressee, ActForms forms, @Nullable Filled written) {
        String name = formName(act, addressee.standing().addressee());
        Filled form =
                written != null && written.name().equals(name) ? written : Filled.of(name, forms.fields(act), Map.of());
        return new Next(
                act,
                addressee.standing().addressee(),
                addressee.standing().version(),
                form,
                act == CoopAct.FULFIL ? forms.closing() : null);
    }

    static String formName(CoopAct act, String addressee) {
        return act == CoopAct.WITHDRAW ? "WITHDRAW" : act + "-" + addressee;
    }
}
