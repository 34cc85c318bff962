package org.heliograph.events.validation;

import java.util.regex.Pattern;
import org.heliograph.events.Attachment;
import org.heliograph.events.CoopRequest;

final class CoopRequestRules {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Z0-9-]*-\\d{4}-\\d{6}");

    private CoopRequestRules() {}

    static void check(CoopRequest request, Violations violations) {
        reference(request.getReference(), violations);
        violations.known("kind", request.getKind());
        CoopDetailsRules.check(request, violations);
        violations.require(
                request.getRequestingParty().equals(request.getEnvelope().getOriginatorParty()),
                "requestingParty",
                "the originator: nobody asks in another's name");
        addressees(request, violations);
        violations.text("subject", request.getSubject());
        violations.text("factsSummary", request.getFactsSummary());
        violations.text("assistanceSought", request.getAssistanceSought());
        violations.require(
                request.getEnvelope().getPermittedPurposes().contains(request.getPurpose()),
                "purpose",
                request.getPurpose(),
                "one of the permitted purposes");
        CodeRules.language("language", request.getLanguage(), violations);
        request.getDueAt()
                .ifPresent(dueAt -> violations.require(
                        dueAt.isAfter(request.getEnvelope().getOccurredAt()),
                        "dueAt",
                        dueAt,
                        "a time after occurredAt"));
        for (int index = 0; index < request.getAttachments().size(); index++) {
            attachment(
                    "attachments[%d]".formatted(index), request.getAttachments().get(index), violations);
        }
    }

    static void reference(String reference, Violations violations) {
        violations.require(REFERENCE.matcher(reference).matches(), "reference", "a reference such as XA-2026-000123");
    }

    private static void addressees(CoopRequest request, Violations violations) {
        violations.atLeastOne("addressees", request.getAddressees());
        request.getAddressees().forEach(addressee -> violations.party("addressees", addressee));
        violations.distinct("addressees", request.getAddressees());
        violations.require(
                !request.getAddressees().contains(request.getRequestingParty()),
                "addressees",
                "others than the requesting party");
    }

    private static void attachment(String path, Attachment attachment, Violations violations) {
        violations.text(path + ".title", attachment.getTitle());
        CodeRules.uri(path + ".uri", attachment.getUri(), violations);
        CodeRules.sha256(path + ".sha256", attachment.getSha256(), violations);
    }
}
