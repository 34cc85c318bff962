package org.heliograph.events.validation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.events.AlertDocumentFraud;
import org.heliograph.events.BlankSerialRange;
import org.heliograph.events.FraudType;
import org.heliograph.events.ImageRef;

final class AlertDocumentFraudRules {

    /** ICAO 9303: V never follows A, C or I; C follows A in crew member certificates, which have no other code. */
    private static final Pattern DOCUMENT_CODE = Pattern.compile("[PV][A-Z]?|[ACI][A-UW-Z]?");

    private static final Pattern SERIAL = Pattern.compile("[A-Z0-9]{1,9}");

    private AlertDocumentFraudRules() {}

    static void check(AlertDocumentFraud alert, Violations violations) {
        violations.require(
                Codes.isIssuer(alert.getIssuerCode()),
                "issuerCode",
                "an ICAO 9303 code of an issuer, such as UTO or D");
        violations.require(
                DOCUMENT_CODE.matcher(alert.getDocClass()).matches(),
                "docClass",
                "an ICAO 9303 document code such as P, ID or AC");
        violations.known("fraudType", alert.getFraudType());
        violations.text("series", alert.getSeries());
        blanks(alert, violations);
        violations.texts("securityFeatures", alert.getSecurityFeatures());
        violations.text("detectionTip", alert.getDetectionTip());
        violations.require(
                alert.getQuantity().stream().allMatch(number -> number >= 1), "quantity", "1 or more, or null");
        alert.getDetectedCountry().ifPresent(country -> CodeRules.country("detectedCountry", country, violations));
        for (int index = 0; index < alert.getImageRefs().size(); index++) {
            ImageRef image = alert.getImageRefs().get(index);
            CodeRules.uri("imageRefs[%d].uri".formatted(index), image.getUri(), violations);
            CodeRules.sha256("imageRefs[%d].sha256".formatted(index), image.getSha256(), violations);
        }
    }

    private static void blanks(AlertDocumentFraud alert, Violations violations) {
        List<BlankSerialRange> ranges = alert.getBlankSerialRanges();
        if (alert.getFraudType() == FraudType.STOLEN_BLANK) {
            violations.require(
                    !ranges.isEmpty() || alert.getSeries().isPresent(),
                    "blankSerialRanges",
                    "at least one, or a series: which blanks were stolen");
        } else {
            violations.require(
                    ranges.isEmpty(), "blankSerialRanges", "none, as the number of a document leads to its holder");
        }
        for (int index = 0; index < ranges.size(); index++) {
            range("blankSerialRanges[%d]".formatted(index), ranges.get(index), violations);
        }
    }

    private static void range(String path, BlankSerialRange range, Violations violations) {
        if (!SERIAL.matcher(range.getFirst()).matches()
                || !SERIAL.matcher(range.getLast()).matches()) {
            violations.require(false, path, "numbers of one to nine capital letters and digits");
            return;
        }
        violations.require(
                range.getFirst().length() == range.getLast().length()
                        && range.getFirst().compareTo(range.getLast()) <= 0,
                path,
                "a last number as long as the first, and not before it");
        checkDigit(path + ".firstCheckDigit", range.getFirst(), range.getFirstCheckDigit(), violations);
        checkDigit(path + ".lastCheckDigit", range.getLast(), range.getLastCheckDigit(), violations);
    }

    private static void checkDigit(String path, String number, Optional<String> digit, Violations violations) {
        String right = String.valueOf(Codes.checkDigit(number));
        violations.require(
                digit.stream().allMatch(right::equals), path, "the ICAO 9303 check digit of the number, " + right);
    }
}
