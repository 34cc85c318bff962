package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.IdentityDesk;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.RefusedByIdentityException;
import org.heliograph.standalone.Secrets;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** Accounts change while everything runs, those concerned notice, and a restart of identity forgets nothing. */
@HeliographStack
class AccountsIT {

    private static final String SYSTEM = "xa-fusion";

    private final Stack stack;
    private final Secrets secrets;

    AccountsIT(Stack stack) {
        this.stack = stack;
        this.secrets = stack.secrets();
    }

    @Test
    void whileSecretsOverlapBothWorkAndWithoutAnOverlapTheNewOneAlone() {
        try (IdentityDesk xa = IdentityDesk.ofParty(stack, "xa")) {
            String old = secrets.client(SYSTEM);

            String next = xa.rotateSecret(SYSTEM, Duration.ofHours(1)).secret();
            assertThat(letsIn(SYSTEM, old)).isTrue();
            assertThat(letsIn(SYSTEM, next)).isTrue();

            String last = xa.rotateSecret(SYSTEM, Duration.ZERO).secret();
            assertThat(letsIn(SYSTEM, old)).isFalse();
            assertThat(letsIn(SYSTEM, next)).isFalse();
            assertThat(letsIn(SYSTEM, last)).isTrue();
        }
    }

    @Test
    void aResetByAnOperatorEndsAllEarlierSecrets() {
        try (IdentityDesk xa = IdentityDesk.ofParty(stack, "xa");
                IdentityDesk operator = IdentityDesk.ofOperator(stack, "duty-operator")) {
            String old = xa.rotateSecret(SYSTEM, Duration.ofHours(1)).secret();

            String next = operator.resetSecret(SYSTEM);

            assertThat(letsIn(SYSTEM, next)).isTrue();
            assertThat(letsIn(SYSTEM, old)).isFalse();
        }
    }

    @Test
    void anOfficerWhoWasAddedWorksAtTheDeskUntilDisabled() {
        String officer = "xb-night-officer";
        try (IdentityDesk xb = IdentityDesk.ofParty(stack, "xb")) {
            secrets.keepOfficer(officer, xb.addOfficer(officer));
            try (OfficerDesk desk = new OfficerDesk(stack, Component.XB, officer)) {
                assertThat(desk.get(Requests.PATH).status()).isEqualTo(200);

                xb.disableOfficer(officer);
                awaitRefusal(desk);
                assertNoLogin(officer);

                xb.enableOfficer(officer);
                secrets.keepOfficer(officer, xb.resetPassword(officer));
                assertThat(desk.get(Requests.PATH).status()).isEqualTo(401);
                try (OfficerDesk again = new OfficerDesk(stack, Component.XB, officer)) {
                    assertThat(again.get(Requests.PATH).status()).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void nobodyElseMakesOfficersOfAPartyOrChangesThem() {
        try (IdentityDesk xb = IdentityDesk.ofParty(stack, "xb");
                IdentityDesk operator = IdentityDesk.ofOperator(stack, "duty-operator")) {
            assertRefused(404, () -> xb.resetPassword("xa-duty-officer"));
            assertRefused(404, () -> xb.disableOfficer("xa-duty-officer"));
            assertRefused(400, () -> xb.addOfficer("xa-spy"));
            assertRefused(403, () -> operator.addOfficer("xa-spy"));
            assertRefused(403, () -> operator.resetPassword("xa-duty-officer"));
        }
    }

    @Test
    void aSuspendedPartyIsOutWithinSecondsAndStaysSoOverARestartOfIdentityUntilItIsLifted() {
        // Else it puts the list right again, since the policy suspends nobody.
        stack.stop(Component.OPERATIONS);
        try (IdentityDesk operations = IdentityDesk.ofOperations(stack);
                OfficerDesk open = new OfficerDesk(stack, Component.XB)) {
            assertThat(open.get(Requests.PATH).status()).isEqualTo(200);
            operations.suspend(List.of("xb"));
            try {
                awaitRefusal(open);
                stack.stop(Component.IDENTITY);
                stack.start(Component.IDENTITY);

                assertThat(operations.suspensions()).containsExactly("xb");
                assertThat(open.get(Requests.PATH).status()).isEqualTo(401);
                assertThat(letsIn("xb", secrets.client("xb"))).isFalse();
                assertNoLogin("xb-duty-officer");
            } finally {
                operations.suspend(List.of());
            }
            assertThat(letsIn("xb", secrets.client("xb"))).isTrue();
            try (OfficerDesk again = new OfficerDesk(stack, Component.XB)) {
                assertThat(again.get(Requests.PATH).status()).isEqualTo(200);
            }
        } finally {
            stack.start(Component.OPERATIONS);
        }
    }

    @Test
    void aDeskGoesOnWithAGoodTokenWhileIdentityIsAway() {
        try (OfficerDesk desk = new OfficerDesk(stack, Component.XA)) {
            assertThat(desk.get(Requests.PATH).status()).isEqualTo(200);
            stack.kill(Component.IDENTITY);
            try {
                // Longer than any answer is remembered.
                await().during(Duration.ofSeconds(12))
                        .atMost(Duration.ofSeconds(40))
                        .untilAsserted(() ->
                                assertThat(desk.get(Requests.PATH).status()).isEqualTo(200));
            } finally {
                stack.start(Component.IDENTITY);
            }
        }
    }

    @Test
    void theCommandsSayWhereTheNewSecretsAreAndNotWhatTheyAre() throws Exception {
        Said added = Said.by(stack, "officer", "add", "unodc", "unodc-night-officer");
        Said disabled = Said.by(stack, "officer", "disable", "unodc-night-officer");
        Said rotated = Said.by(stack, "secret", "rotate", SYSTEM, "--overlap", "2h");
        Said reset = Said.by(stack, "secret", "reset", SYSTEM, "--as", "second-operator");
        Said refused = Said.by(stack, "officer", "add", "unodc", "xa-spy");

        assertThat(List.of(added, disabled, rotated, reset))
                .allSatisfy(said -> assertThat(said.code()).as(said.text()).isZero());
        assertThat(added.text())
                .contains(secrets.officerFile("unodc-night-officer").toString())
                .doesNotContain(secrets.officer("unodc-night-officer"));
        assertThat(reset.text()).contains(secrets.clientFile(SYSTEM).toString()).doesNotContain(secrets.client(SYSTEM));
        assertThat(letsIn(SYSTEM, secrets.client(SYSTEM))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.clientFile(SYSTEM))))
                .isEqualTo("rw-------");
        assertNoLogin("unodc-night-officer");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("heliograph: username: expected a name that begins with 'unodc-'");
    }

    private boolean letsIn(String principal, String secret) {
        String kept = secrets.client(principal);
        secrets.keepClient(principal, secret);
        try {
            return !stack.tokens().ofSystem(principal, "broker").isEmpty();
        } catch (StackException refused) {
            assertThat(refused.getMessage()).containsAnyOf("invalid_client", "unauthorized_client");
            secrets.keepClient(principal, kept);
            return false;
        }
    }

    private void assertNoLogin(String officer) {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> stack.tokens().ofOfficer(officer))
                .withMessage("identity does not let " + officer + " in");
    }

    private static void awaitRefusal(OfficerDesk desk) {
        await("the desk hears of it").atMost(Requests.PATIENCE).untilAsserted(() -> {
            OfficerDesk.Answer answer = desk.get(Requests.PATH);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body().get("title").asString()).isEqualTo("Who are you?");
        });
    }

    private static void assertRefused(int status, Runnable call) {
        assertThatExceptionOfType(RefusedByIdentityException.class)
                .isThrownBy(call::run)
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(status));
    }
}
