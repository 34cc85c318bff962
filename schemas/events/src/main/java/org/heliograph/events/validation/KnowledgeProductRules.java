package org.heliograph.events.validation;

import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.LocalTitle;

final class KnowledgeProductRules {

    private KnowledgeProductRules() {}

    static void check(KnowledgeProduct product, Violations violations) {
        CaseRules.isTheSubject(product.getEnvelope(), product.getProductId(), violations);
        violations.atLeastOne("title", product.getTitle());
        product.getTitle().forEach(title -> violations.text("title.text", title.getText()));
        CodeRules.languages(
                "title.language",
                product.getTitle().stream().map(LocalTitle::getLanguage).toList(),
                violations);
        violations.known("type", product.getType());
        CodeRules.words("themes", product.getThemes(), violations);
        CodeRules.countries("countries", product.getCountries(), violations);
        violations.text("licence", product.getLicence());
        CodeRules.uri("uri", product.getUri(), violations);
        CodeRules.sha256("checksum", product.getChecksum(), violations);
        CodeRules.pillars(product.getPillars(), violations);
    }
}
