package org.heliograph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Tlp;
import org.heliograph.events.validation.Catalogue;
import org.heliograph.events.validation.EventRules;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final List<SpecificRecord> SAMPLES = samples();

    @Test
    void arePermittedByTheRulesOnTheirFields() {
        assertThat(SAMPLES)
                .allSatisfy(event -> assertThat(EventRules.violations(event))
                        .as(event.getSchema().getName())
                        .isEmpty());
    }

    @Test
    void areThereForEveryEventOfTheCatalogue() {
        assertThat(SAMPLES)
                .<Class<?>>extracting(SpecificRecord::getClass)
                .containsExactlyInAnyOrderElementsOf(Catalogue.events().values());
    }

    private static List<SpecificRecord> samples() {
        var request = SampleMaritime.vesselRequest("xa");
        var referral = SampleProtection.referral("xa-protection");
        var incident = SampleEvents.incidentReport("xa");
        var recall = SampleControl.recall(incident.getEnvelope());
        return List.of(
                SampleEvents.alertRoute("xa"),
                SampleAlerts.documentFraud("xa"),
                SampleAlerts.network("xa"),
                incident,
                SampleMaritime.distress("xa"),
                request,
                SampleMaritime.vesselResponse("xb", request.getVerificationId()),
                SampleMaritime.vesselAction("xa", request.getVerificationId()),
                SampleEvents.coopRequest("xa", "unodc"),
                SampleEvents.coopEvent(
                        "unodc", SampleEvents.cooperation("coop.event", "unodc").build()),
                SampleEvents.coopNotice("xa", "xb"),
                referral,
                SampleProtection.status("iom-protection", referral.getReferralId()),
                SampleEvents.observation("iom", Tlp.GREEN),
                SampleKnowledge.product("unodc", Tlp.CLEAR),
                SampleKnowledge.legalUpdate("unodc", Tlp.CLEAR),
                SampleKnowledge.strategy("xa", Tlp.GREEN),
                SampleKnowledge.campaign("iom", Tlp.GREEN),
                SampleKnowledge.activity("unodc", Tlp.GREEN),
                recall,
                SampleControl.confirmation("xb", recall),
                SampleControl.returned("xb", incident.getEnvelope()));
    }
}
