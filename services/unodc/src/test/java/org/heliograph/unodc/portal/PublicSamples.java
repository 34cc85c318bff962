package org.heliograph.unodc.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.heliograph.events.Envelope;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.LegalOutcome;
import org.heliograph.events.LegalUpdateKind;
import org.heliograph.events.LocalTitle;
import org.heliograph.events.MessageType;
import org.heliograph.events.ProductType;
import org.heliograph.events.Tlp;
import org.heliograph.unodc.Said;

/** Knowledge of XA that is public, as exercise. */
final class PublicSamples {

    private PublicSamples() {}

    static Envelope.Builder later(Envelope.Builder envelope, int seconds) {
        return envelope.setEventId(UUID.randomUUID())
                .setPublishedAt(envelope.getPublishedAt().plusSeconds(seconds))
                .setMsgType(MessageType.UPDATE);
    }

    static KnowledgeProduct changed(KnowledgeProduct product, Consumer<Envelope.Builder> change) {
        Envelope.Builder envelope = Envelope.newBuilder(product.getEnvelope());
        change.accept(envelope);
        return KnowledgeProduct.newBuilder(product)
                .setEnvelope(envelope.build())
                .build();
    }

    static KnowledgeProduct product(String title) {
        UUID id = UUID.randomUUID();
        return KnowledgeProduct.newBuilder()
                .setEnvelope(Said.byXa("knowledge.product", id, Tlp.CLEAR).build())
                .setProductId(id)
                .setTitle(List.of(new LocalTitle("en", title)))
                .setType(ProductType.GLOBAL_STUDY)
                .setThemes(List.of("routes"))
                .setLicence("CC-BY-3.0-IGO")
                .setUri("https://files.example/study.pdf")
                .setChecksum("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                .setPillars(List.of(4))
                .build();
    }

    static KnowledgeLegalUpdate legalUpdate(String citation, String address) {
        UUID id = UUID.randomUUID();
        return KnowledgeLegalUpdate.newBuilder()
                .setEnvelope(Said.byXa("knowledge.legal-update", id, Tlp.CLEAR).build())
                .setUpdateId(id)
                .setKind(LegalUpdateKind.CASE_LAW)
                .setCountry("XB")
                .setCitation(citation)
                .setDecisionDate(LocalDate.parse("2026-02-11"))
                .setOutcome(LegalOutcome.CONVICTED)
                .setKeyIssues(List.of("material-benefit"))
                .setSourceUri(address)
                .setPillars(List.of(3))
                .build();
    }
}
