package org.heliograph.events.validation;

import org.heliograph.events.CoopNotice;
import org.heliograph.events.NoticedStanding;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.KindRules;

final class CoopNoticeRules {

    private CoopNoticeRules() {}

    static void check(CoopNotice notice, Violations violations) {
        CaseRules.isTheSubject(notice.getEnvelope(), notice.getRequestId(), violations);
        CoopRequestRules.reference(notice.getReference(), violations);
        RequestKind kind = notice.getKind();
        violations.known("kind", kind);
        if (kind != RequestKind.UNKNOWN) {
            violations.require(
                    notice.getPillar() == KindRules.pillar(kind),
                    "pillar",
                    notice.getPillar(),
                    "%d, the one of %s".formatted(KindRules.pillar(kind), kind));
        }
        violations.require(
                notice.getRequestingParty().equals(notice.getEnvelope().getOriginatorParty()),
                "requestingParty",
                "the originator: who asks tells of it");
        standings(notice, violations);
        violations.known("state", notice.getState());
        violations.require(
                !notice.getSubmittedAt().isAfter(notice.getEnvelope().getOccurredAt()),
                "submittedAt",
                notice.getSubmittedAt(),
                "not after envelope.occurredAt");
        notice.getDueAt()
                .ifPresent(dueAt -> violations.require(
                        dueAt.isAfter(notice.getSubmittedAt()), "dueAt", dueAt, "a time after submittedAt"));
    }

    private static void standings(CoopNotice notice, Violations violations) {
        violations.atLeastOne("standings", notice.getStandings());
        notice.getStandings().forEach(standing -> {
            violations.party("standings.addressee", standing.getAddressee());
            violations.known("standings.state", standing.getState());
        });
        violations.distinct(
                "standings",
                notice.getStandings().stream()
                        .map(NoticedStanding::getAddressee)
                        .toList());
        violations.require(
                notice.getStandings().stream()
                        .noneMatch(standing -> standing.getAddressee().equals(notice.getRequestingParty())),
                "standings",
                "others than the requesting party");
    }
}
