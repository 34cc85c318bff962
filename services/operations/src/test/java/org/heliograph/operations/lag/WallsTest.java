package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallsTest {

    private final Walls walls =
            Walls.of(Optional.of(PolicyCompiler.compile(PolicyFiles.ofBuild().folder())));
    private final Walls unknown = Walls.of(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outbox.iom-protection",
                "inbox.iom-protection.protection",
                "inbox.xa-protection.receipts",
                "inbox.unodc-field-south-referrals.control"
            })
    void hideTheTopicsOfProtectionParties(String topic) {
        assertThat(walls.hideTopic(topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"outbox.iom", "inbox.xa.alerts", "public.knowledge.product", "audit.decisions", "inbox.", "x"})
    void hideNoOthers(String topic) {
        assertThat(walls.hideTopic(topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox.iom", "public.knowledge.product"})
    void hideAllWhereNoPolicySaysWhoTheyAre(String topic) {
        assertThat(unknown.hideTopic(topic)).isTrue();
        assertThat(unknown.hide((String) null)).isTrue();
    }
}
