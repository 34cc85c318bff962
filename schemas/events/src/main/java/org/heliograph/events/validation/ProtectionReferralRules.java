package org.heliograph.events.validation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.heliograph.events.Consent;
import org.heliograph.events.Envelope;
import org.heliograph.events.MessageType;
import org.heliograph.events.MinorStatus;
import org.heliograph.events.ProtectionReferral;

final class ProtectionReferralRules {

    /** With a digit, so that nobody's name is taken for a code. */
    private static final Pattern CASE_CODE = Pattern.compile("(?=.*[0-9])[A-Z0-9]{8,32}");
    /** RFC 7516: five parts, of which the encrypted key may be empty. */
    private static final Pattern COMPACT_JWE = Pattern.compile("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");
    private static final int OF_AGE = 18;
    private static final Set<MinorStatus> MINORS =
            Set.of(MinorStatus.ACCOMPANIED_MINOR, MinorStatus.SEPARATED_MINOR, MinorStatus.UNACCOMPANIED_MINOR);

    private ProtectionReferralRules() {}

    static void check(ProtectionReferral referral, Violations violations) {
        CaseRules.isTheSubject(referral.getEnvelope(), referral.getReferralId(), violations);
        caseCode(referral, violations);
        violations.known("priority", referral.getPriority());
        violations.vocabulary("needs", referral.getNeeds());
        violations.known("sex", referral.getSex());
        violations.known("minorStatus", referral.getMinorStatus());
        referral.getAgeBand().ifPresent(ages -> age(ages, referral.getMinorStatus(), violations));
        referral.getLanguage().ifPresent(language -> CodeRules.language("language", language, violations));
        consent(referral, violations);
        sealing(referral, violations);
    }

    /** R8: the code is opaque, and nothing in the envelope joins it with another lane. */
    private static void caseCode(ProtectionReferral referral, Violations violations) {
        String code = referral.getCaseCode();
        violations.require(
                CASE_CODE.matcher(code).matches(),
                "caseCode",
                "8 to 32 capital letters and digits, with at least one digit");
        violations.require(
                !referral.getReferralId()
                        .toString()
                        .replace("-", "")
                        .toUpperCase(Locale.ROOT)
                        .contains(code),
                "caseCode",
                "a code that the referral id does not tell (R8)");
        Envelope envelope = referral.getEnvelope();
        violations.require(
                envelope.getCorrelationId().isEmpty(), "envelope.correlationId", "none: it would join lanes (R8)");
        violations.require(
                envelope.getCausationId().isEmpty(), "envelope.causationId", "none: it would join lanes (R8)");
    }

    private static void age(String ages, MinorStatus status, Violations violations) {
        CodeRules.ageBand("ageBand", ages, violations);
        if (!Codes.isAgeBand(ages)) {
            return;
        }
        String[] bounds = NOT_DIGITS.split(ages);
        boolean surelyOfAge = Integer.parseInt(bounds[0]) >= OF_AGE;
        boolean surelyMinor = !ages.endsWith("+") && Integer.parseInt(bounds[bounds.length - 1]) < OF_AGE;
        violations.require(
                !(surelyOfAge && MINORS.contains(status)) && !(surelyMinor && status == MinorStatus.ADULT),
                "minorStatus",
                status,
                "one that the age allows");
    }

    private static void consent(ProtectionReferral referral, Violations violations) {
        Consent consent = referral.getConsent();
        violations.require(consent.getGiven(), "consent.given", "true: nobody is referred without consent");
        violations.atLeastOne("consent.scope", consent.getScope());
        violations.vocabulary("consent.scope", consent.getScope());
        violations.require(
                !consent.getAt().isAfter(referral.getEnvelope().getPublishedAt()),
                "consent.at",
                consent.getAt(),
                "not after envelope.publishedAt");
        if (consent.getWithdrawn().isEmpty()) {
            violations.atLeastOne("needs", referral.getNeeds());
            return;
        }
        violations.require(
                !consent.getWithdrawn().get().isBefore(consent.getAt()),
                "consent.withdrawn",
                consent.getWithdrawn().get(),
                "not before consent.at");
        violations.require(
                referral.getEnvelope().getMsgType() == MessageType.CANCEL,
                "envelope.msgType",
                referral.getEnvelope().getMsgType(),
                "CANCEL, as the consent is withdrawn");
        violations.require(
                referral.getNeeds().isEmpty() && referral.getContactCiphertext().isEmpty(),
                "consent.withdrawn",
                "no needs and no contact any more");
    }

    /** R11, as far as a field can hold it: what is not in the sealed form is not sealed. */
    private static void sealing(ProtectionReferral referral, Violations violations) {
        violations.require(
                referral.getEnvelope().getContainsPersonalData(),
                "envelope.containsPersonalData",
                "true: a referral is about a person");
        referral.getContactCiphertext().ifPresent(ciphertext -> {
            violations.require(
                    COMPACT_JWE.matcher(ciphertext).matches(), "contactCiphertext", "a compact JWE, never plain text");
            violations.require(
                    referral.getEnvelope().getPayloadKeyId().isPresent(),
                    "envelope.payloadKeyId",
                    "the key of contactCiphertext (R11)");
        });
    }
}
