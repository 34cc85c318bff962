package org.heliograph.desk.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.journal.EnvelopeView;
import org.heliograph.desk.journal.JournalKind;
import org.heliograph.events.AlertDocumentFraud;
import org.heliograph.events.BlankSerialRange;
import org.heliograph.events.FraudType;
import org.heliograph.events.ImageRef;
import org.jspecify.annotations.Nullable;

/** An alert on a document as people and agency systems read it. */
public record DocumentFraudView(
        @JsonUnwrapped EnvelopeView envelope,
        String issuerCode,
        String docClass,
        FraudType fraudType,
        @Nullable String series,
        List<BlanksView> blankSerialRanges,
        List<String> securityFeatures,
        @Nullable String detectionTip,
        @Nullable Integer quantity,
        @Nullable String detectedCountry,
        List<ImageView> imageRefs) {

    /** How the journal keeps such alerts: by the issuer of the document. */
    public static final JournalKind<AlertDocumentFraud> KIND = new JournalKind<>(
            AlertDocumentFraud.class, "alert.document-fraud", AlertDocumentFraud::getIssuerCode, DocumentFraudView::of);

    /** Numbers of blanks, both included. */
    public record BlanksView(
            String first,
            String last,
            @Nullable String firstCheckDigit,
            @Nullable String lastCheckDigit) {

        static BlanksView of(BlankSerialRange range) {
            return new BlanksView(
                    StorableText.of(range.getFirst()),
                    StorableText.of(range.getLast()),
                    StorableText.orNull(range.getFirstCheckDigit().orElse(null)),
                    StorableText.orNull(range.getLastCheckDigit().orElse(null)));
        }
    }

    /** Where a specimen lies. */
    public record ImageView(String uri, String sha256) {

        static ImageView of(ImageRef image) {
            return new ImageView(StorableText.of(image.getUri()), StorableText.of(image.getSha256()));
        }
    }

    private static DocumentFraudView of(AlertDocumentFraud alert) {
        return new DocumentFraudView(
                EnvelopeView.of(alert.getEnvelope()),
                StorableText.of(alert.getIssuerCode()),
                StorableText.of(alert.getDocClass()),
                alert.getFraudType(),
                StorableText.orNull(alert.getSeries().orElse(null)),
                alert.getBlankSerialRanges().stream().map(BlanksView::of).toList(),
                alert.getSecurityFeatures().stream().map(StorableText::of).toList(),
                StorableText.orNull(alert.getDetectionTip().orElse(null)),
                alert.getQuantity().orElse(null),
                StorableText.orNull(alert.getDetectedCountry().orElse(null)),
                alert.getImageRefs().stream().map(ImageView::of).toList());
    }
}
