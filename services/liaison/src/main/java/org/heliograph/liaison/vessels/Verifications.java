package org.heliograph.liaison.vessels;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.cooperation.ClockKind;
import org.heliograph.cooperation.Pace;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.envelope.HandlingRules;
import org.heliograph.desk.journal.Draft;
import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.desk.journal.JournalKind;
import org.heliograph.desk.journal.Sending;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks, answers and reports. Two officers who speak of one vessel at once speak one after the other. */
@Component
class Verifications {

    private static final List<Purpose> PURPOSES = List.of(Purpose.OPERATIONAL_LE, Purpose.SAFETY_OF_LIFE);

    private final Sending sending;
    private final Journal journal;
    private final RequestFiles requests;
    private final Envelopes envelopes;
    private final TransactionTemplate transaction;

    Verifications(
            Sending sending,
            Journal journal,
            RequestFiles requests,
            Envelopes envelopes,
            PlatformTransactionManager transactions) {
        this.sending = sending;
        this.journal = journal;
        this.requests = requests;
        this.envelopes = envelopes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Asks the flag State; asked again under the same request, the later form replaces the earlier. */
    UUID ask(NewVerification asked, Caller caller) {
        return inTurn(asked.requestId(), () -> {
            sending.send(request(asked), caller);
            return asked.requestId();
        });
    }

    /** Who would get it if it were asked now. Stores nothing. */
    GateAnswer preview(NewVerification asked, Caller caller) {
        return sending.preview(request(asked), caller);
    }

    UUID answer(UUID verificationId, NewAnswer answer, Caller caller) {
        return inTurn(verificationId, () -> {
            Verification verification = VesselRules.existing(find(verificationId));
            VesselRules.checkAnswer(verification, answer);
            return sending.send(
                    draft(
                            VesselViews.RESPONSE,
                            verification,
                            Priority.HIGH,
                            envelope -> VesselMessages.response(envelope, verification, answer)),
                    caller);
        });
    }

    UUID report(UUID verificationId, NewReport report, Caller caller) {
        return inTurn(verificationId, () -> {
            Verification verification = VesselRules.existing(find(verificationId));
            VesselRules.checkReporter(verification);
            return sending.send(
                    draft(
                            VesselViews.ACTION,
                            verification,
                            Priority.MEDIUM,
                            envelope -> VesselMessages.action(envelope, verification, report)),
                    caller);
        });
    }

    /** Empty for what this party neither asked nor was asked. */
    Optional<Verification> find(UUID verificationId) {
        String number = verificationId.toString();
        List<JournalEntry> asked = journal.about(VesselViews.REQUEST, number);
        // Nobody takes the place of another's request by using its number: this party's own counts, or who used it
        // first.
        return asked.stream()
                .filter(entry -> entry.direction() == JournalDirection.OUT)
                .findFirst()
                .or(() -> asked.stream().findFirst())
                .flatMap(first -> asked.stream()
                        .filter(entry -> VesselRules.sameOriginator(first, entry))
                        .reduce((_, later) -> later))
                .map(this::of);
    }

    /** With what was said on a request. */
    Verification of(JournalEntry request) {
        String number = request.content().get("verificationId").asString();
        return Verification.of(
                request,
                flagState(number),
                journal.about(VesselViews.RESPONSE, number),
                journal.about(VesselViews.ACTION, number));
    }

    /** The cooperation request of a verification, if it has come, or was made, here. */
    Optional<RequestFile> casework(Verification verification) {
        return requests.find(verification.file().id())
                .filter(file -> file.request().requestingParty().equals(verification.originator()));
    }

    private Optional<String> flagState(String number) {
        return requests.find(UUID.fromString(number))
                .map(file -> file.request().addressees())
                .filter(addressees -> addressees.size() == 1)
                .map(List::getFirst);
    }

    private Draft<MaritimeVesselRequest> request(NewVerification asked) {
        CooperationRequest request = VesselRules.casework(requests.find(asked.requestId()));
        boolean again = find(asked.requestId()).isPresent();
        NewVerification whole = asked.or(VesselRules.vessel(request));
        Instant replyBy = replyBy(asked, request);
        Handling handling = new Handling(
                Objects.requireNonNullElse(asked.tlp(), Tlp.AMBER_STRICT),
                request.handling().codes(),
                request.handling().note(),
                PURPOSES,
                null,
                false);
        Distribution distribution = new Distribution(request.addressees(), List.of());
        Rejection.ifAny(HandlingRules.broken(Tlp.AMBER, handling, distribution));
        return new Draft<>(
                VesselViews.REQUEST,
                Lane.OPERATIONAL,
                request.file(),
                again ? MessageType.UPDATE : MessageType.ALERT,
                Objects.requireNonNullElse(asked.priority(), Priority.HIGH),
                handling,
                distribution,
                request.eventId(),
                envelope -> VesselMessages.request(envelope, whole, replyBy));
    }

    private Instant replyBy(NewVerification asked, CooperationRequest request) {
        if (asked.replyBy() != null) {
            return asked.replyBy();
        }
        Instant usual = envelopes.now().plus(Pace.standard(ClockKind.VESSEL).decide());
        Instant due = request.content().dueAt();
        return due != null && due.isAfter(envelopes.now()) && due.isBefore(usual) ? due : usual;
    }

    private static <E extends SpecificRecord> Draft<E> draft(
            JournalKind<E> kind, Verification verification, Priority priority, Function<Envelope, E> content) {
        boolean first =
                kind.equals(VesselViews.ACTION) || verification.responses().isEmpty();
        return new Draft<>(
                kind,
                Lane.OPERATIONAL,
                verification.file(),
                first ? MessageType.ALERT : MessageType.UPDATE,
                priority,
                verification.handling(),
                new Distribution(verification.other().stream().toList(), List.of()),
                verification.request().eventId(),
                content);
    }

    private UUID inTurn(UUID verificationId, Supplier<UUID> said) {
        UUID[] eventId = new UUID[1];
        transaction.executeWithoutResult(_ -> {
            journal.hold(VesselViews.REQUEST, verificationId.toString());
            eventId[0] = said.get();
        });
        return eventId[0];
    }
}
