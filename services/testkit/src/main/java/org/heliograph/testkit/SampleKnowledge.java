package org.heliograph.testkit;

import static org.heliograph.testkit.SampleEvents.about;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.CampaignNotice;
import org.heliograph.events.CapacityActivity;
import org.heliograph.events.CapacityType;
import org.heliograph.events.Envelope;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.Lane;
import org.heliograph.events.LegalOutcome;
import org.heliograph.events.LegalUpdateKind;
import org.heliograph.events.LocalTitle;
import org.heliograph.events.ParticipantCounts;
import org.heliograph.events.PlanStatus;
import org.heliograph.events.PreventionStrategy;
import org.heliograph.events.ProductType;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/** Knowledge, plans, campaigns and training that pass every rule, as exercise. CLEAR and GREEN name nobody. */
public final class SampleKnowledge {

    private SampleKnowledge() {}

    public static KnowledgeProduct product(String originator, Tlp marking) {
        UUID id = UUID.randomUUID();
        return KnowledgeProduct.newBuilder()
                .setEnvelope(knowledge("knowledge.product", originator, id, marking, Purpose.RESEARCH_STATISTICS))
                .setProductId(id)
                .setTitle(List.of(new LocalTitle("en", "Smuggling at sea: an exercise study")))
                .setType(ProductType.GLOBAL_STUDY)
                .setLicence("CC-BY-3.0-IGO")
                .setUri("https://files.example/study.pdf")
                .setChecksum("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                .setPillars(List.of(4))
                .build();
    }

    public static KnowledgeLegalUpdate legalUpdate(String originator, Tlp marking) {
        UUID id = UUID.randomUUID();
        return KnowledgeLegalUpdate.newBuilder()
                .setEnvelope(knowledge("knowledge.legal-update", originator, id, marking, Purpose.RESEARCH_STATISTICS))
                .setUpdateId(id)
                .setKind(LegalUpdateKind.CASE_LAW)
                .setCountry("XA")
                .setCitation("XA-SC 2026/114")
                .setProtocolArticles(List.of("6(1)(a)"))
                .setDecisionDate(LocalDate.parse("2026-02-11"))
                .setOutcome(LegalOutcome.CONVICTED)
                .setSourceUri("https://court.example/2026/114")
                .setPillars(List.of(3))
                .build();
    }

    public static PreventionStrategy strategy(String originator, Tlp marking) {
        UUID id = UUID.randomUUID();
        return PreventionStrategy.newBuilder()
                .setEnvelope(knowledge("prevention.strategy", originator, id, marking, Purpose.PREVENTION_INFORMATION))
                .setPlanId(id)
                .setCountry("XA")
                .setPillars(List.of(2))
                .setStatus(PlanStatus.DRAFT)
                .build();
    }

    public static CampaignNotice campaign(String originator, Tlp marking) {
        UUID id = UUID.randomUUID();
        return CampaignNotice.newBuilder()
                .setEnvelope(knowledge("campaign.notice", originator, id, marking, Purpose.PREVENTION_INFORMATION))
                .setCampaignId(id)
                .setAudiences(List.of("Young adults in coastal towns"))
                .setCountries(List.of("XA"))
                .setLanguages(List.of("ar"))
                .setStart(LocalDate.parse("2026-04-01"))
                .setContactParty(originator)
                .setPillars(List.of(2))
                .build();
    }

    public static CapacityActivity activity(String originator, Tlp marking) {
        UUID id = UUID.randomUUID();
        return CapacityActivity.newBuilder()
                .setEnvelope(knowledge("capacity.activity", originator, id, marking, Purpose.CAPACITY_DEVELOPMENT))
                .setActivityId(id)
                .setRequestId(UUID.randomUUID())
                .setType(CapacityType.TRAINING)
                .setTopic("Documents at the border")
                .setHostCountry("XA")
                .setStart(LocalDate.parse("2026-05-04"))
                .setParticipants(ParticipantCounts.newBuilder()
                        .setTotal(22)
                        .setFemale(9)
                        .setMale(13)
                        .build())
                .setPillars(List.of(3))
                .build();
    }

    private static Envelope knowledge(String eventType, String originator, UUID subject, Tlp marking, Purpose purpose) {
        return about(eventType, originator, subject, marking, Lane.KNOWLEDGE, purpose);
    }
}
