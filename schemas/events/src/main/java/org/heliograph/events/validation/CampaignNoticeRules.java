package org.heliograph.events.validation;

import org.heliograph.events.CampaignNotice;

final class CampaignNoticeRules {

    private CampaignNoticeRules() {}

    static void check(CampaignNotice campaign, Violations violations) {
        CaseRules.isTheSubject(campaign.getEnvelope(), campaign.getCampaignId(), violations);
        violations.atLeastOne("audiences", campaign.getAudiences());
        violations.texts("audiences", campaign.getAudiences());
        violations.atLeastOne("countries", campaign.getCountries());
        CodeRules.countries("countries", campaign.getCountries(), violations);
        violations.atLeastOne("languages", campaign.getLanguages());
        CodeRules.languages("languages", campaign.getLanguages(), violations);
        violations.vocabulary("channels", campaign.getChannels());
        CaseRules.inOrder(campaign.getStart(), campaign.getEnd(), violations);
        violations.party("contactParty", campaign.getContactParty());
        CodeRules.pillars(campaign.getPillars(), violations);
        violations.notNegative("reach", campaign.getReach());
    }
}
