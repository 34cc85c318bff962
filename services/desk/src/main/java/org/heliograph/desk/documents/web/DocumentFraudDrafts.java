package org.heliograph.desk.documents.web;

import static org.heliograph.desk.web.Given.orEmpty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heliograph.desk.documents.DocumentFraudView;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.journal.Draft;
import org.heliograph.desk.journal.MessageDefaults;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.AlertDocumentFraud;
import org.heliograph.events.BlankSerialRange;
import org.heliograph.events.Envelope;
import org.heliograph.events.ImageRef;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/** Turns what an officer wrote into an alert. */
final class DocumentFraudDrafts {

    private static final MessageDefaults DEFAULTS = new MessageDefaults(
            Tlp.GREEN, Tlp.GREEN, Priority.MEDIUM, List.of(Purpose.STRATEGIC_ANALYSIS, Purpose.OPERATIONAL_LE));

    /** Two fillers in a row: the machine-readable zone has them between the names of a holder and behind them. */
    private static final Pattern MACHINE_READABLE = Pattern.compile("<<|[A-Z0-9<]{28,}");

    private DocumentFraudDrafts() {}

    static Draft<AlertDocumentFraud> of(NewDocumentFraud alert) {
        DEFAULTS.check(alert);
        refuseHolders(alert);
        return new Draft<>(
                DocumentFraudView.KIND,
                Lane.OPERATIONAL,
                new CaseFile(Objects.requireNonNullElseGet(alert.caseId(), UUID::randomUUID), alert.status()),
                alert.caseId() == null ? MessageType.ALERT : MessageType.UPDATE,
                DEFAULTS.urgency(alert),
                DEFAULTS.handling(alert),
                MessageDefaults.distribution(alert),
                null,
                envelope -> event(envelope, alert));
    }

    private static void refuseHolders(NewDocumentFraud alert) {
        List<FieldError> broken = new ArrayList<>();
        refuseHolder("series", alert.series(), broken);
        refuseHolder("detectionTip", alert.detectionTip(), broken);
        List<String> features = orEmpty(alert.securityFeatures());
        for (int index = 0; index < features.size(); index++) {
            refuseHolder("securityFeatures[" + index + "]", features.get(index), broken);
        }
        Rejection.ifAny(broken);
    }

    private static void refuseHolder(String field, @Nullable String text, List<FieldError> broken) {
        if (text != null && MACHINE_READABLE.matcher(text).find()) {
            broken.add(new FieldError(field, "no machine-readable zone, as it tells of a holder"));
        }
    }

    private static AlertDocumentFraud event(Envelope envelope, NewDocumentFraud alert) {
        return AlertDocumentFraud.newBuilder()
                .setEnvelope(envelope)
                .setIssuerCode(alert.issuerCode())
                .setDocClass(alert.docClass())
                .setFraudType(alert.fraudType())
                .setSeries(alert.series())
                .setBlankSerialRanges(orEmpty(alert.blankSerialRanges()).stream()
                        .map(blanks -> BlankSerialRange.newBuilder()
                                .setFirst(blanks.first())
                                .setLast(blanks.last())
                                .setFirstCheckDigit(blanks.firstCheckDigit())
                                .setLastCheckDigit(blanks.lastCheckDigit())
                                .build())
                        .toList())
                .setSecurityFeatures(orEmpty(alert.securityFeatures()))
                .setDetectionTip(alert.detectionTip())
                .setQuantity(alert.quantity())
                .setDetectedCountry(alert.detectedCountry())
                .setImageRefs(orEmpty(alert.imageRefs()).stream()
                        .map(image -> new ImageRef(image.uri(), image.sha256()))
                        .toList())
                .build();
    }
}
