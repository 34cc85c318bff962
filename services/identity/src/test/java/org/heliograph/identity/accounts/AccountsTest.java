package org.heliograph.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.400Z");
    private static final String ONE = "{bcrypt}$2a$10$" + "a".repeat(53);
    private static final String OTHER = "{bcrypt}$2a$10$" + "b".repeat(53);

    @TempDir
    Path folder;

    @Test
    void keepsWhatItWasToldForTheNextStart() {
        Accounts accounts = Accounts.in(folder);
        accounts.add(xa().rotated(OTHER, NOW, Duration.ofHours(1)));
        accounts.add(Officer.made("xa-officer", "xa", ONE, NOW));
        accounts.changeOfficer("xa-officer", officer -> officer.enabled(false, NOW));
        accounts.suspend(List.of("xb", "xc"));

        Accounts next = Accounts.in(folder);

        assertThat(next.clients()).containsExactlyElementsOf(accounts.clients());
        assertThat(next.officers()).containsExactlyElementsOf(accounts.officers());
        assertThat(next.suspended()).containsExactly("xb", "xc");
    }

    @Test
    void leavesNothingBesideTheFilesAndLetsNobodyElseReadThem() throws IOException {
        Accounts accounts = Accounts.in(folder);
        accounts.add(xa());
        accounts.add(Officer.made("xa-officer", "xa", ONE, NOW));

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .extracting(file -> folder.relativize(file).toString())
                    .containsExactlyInAnyOrder("clients/xa.json", "officers/xa-officer.json");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("clients/xa.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotReadWhatWasBeingWrittenWhenItEnded() throws IOException {
        Accounts.in(folder).add(xa());
        Files.writeString(folder.resolve("clients/.xa.json.draft"), "{\"id\": \"x");

        assertThat(Accounts.in(folder).client("xa")).contains(xa());
    }

    @Test
    void aChangeThatCannotBeKeptDoesNotHappen() throws IOException {
        Accounts accounts = Accounts.in(folder);
        accounts.add(xa());
        Path blocked = Files.createDirectory(folder.resolve("clients/.xa.json.draft"));
        Files.createFile(blocked.resolve("in-the-way"));

        assertThatThrownBy(() -> accounts.changeClient("xa", client -> client.reset(OTHER, NOW)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(accounts.client("xa")).contains(xa());
    }

    @Test
    void givesANameOnceAndNoneThatIsReserved() {
        Accounts accounts = Accounts.in(folder);

        assertThat(accounts.add(xa())).isTrue();
        assertThat(accounts.add(xa())).isFalse();
        assertThat(accounts.add(Officer.made("xa", "xa", ONE, NOW))).isFalse();
        assertThat(accounts.add(Officer.made("xa-officer", "xa", ONE, NOW))).isTrue();
        assertThat(accounts.add(client("xa-officer", "xa"))).isFalse();
        for (String reserved : Accounts.RESERVED) {
            assertThatThrownBy(() -> client(reserved, "xa")).isInstanceOf(InvalidFieldException.class);
            assertThatThrownBy(() -> Officer.made(reserved, "xa", ONE, NOW)).isInstanceOf(InvalidFieldException.class);
        }
    }

    @Test
    void aClientThatWasRemovedLeavesAMarkUntilItIsAddedAgain() {
        Accounts accounts = Accounts.in(folder);
        accounts.add(xa());

        assertThat(accounts.removeClient("xa")).isTrue();
        assertThat(accounts.removeClient("xa")).isFalse();
        assertThat(Accounts.in(folder).clients()).isEmpty();
        assertThat(folder.resolve("clients/xa.removed")).exists();

        accounts.add(xa());
        assertThat(folder.resolve("clients/xa.removed")).doesNotExist();
    }

    @Test
    void earlierSecretsEndAfterTheOverlapAndNoneLaterThanItWouldHave() {
        SystemClient twice = xa().rotated(OTHER, NOW, Duration.ofHours(2)).rotated(ONE, NOW, Duration.ofDays(1));

        assertThat(twice.secretsInForce(NOW)).hasSize(3);
        assertThat(twice.secretsInForce(NOW.plus(Duration.ofHours(2)))).hasSize(2);
        assertThat(twice.secretsInForce(NOW.plus(Duration.ofDays(1)))).containsExactly(new ClientSecret(ONE, null));
        assertThat(xa().rotated(OTHER, NOW, Duration.ZERO).secrets()).containsExactly(new ClientSecret(OTHER, null));
    }

    @Test
    void tokensFromBeforeAResetEndAndThoseOfARotationDoNot() {
        Accounts accounts = Accounts.in(folder);
        accounts.add(xa());
        Instant issued = xa().tokensFrom();

        accounts.changeClient("xa", client -> client.rotated(OTHER, NOW.plusSeconds(60), Duration.ZERO));
        assertThat(accounts.isGood("xa", issued)).isTrue();
        accounts.changeClient("xa", client -> client.reset(ONE, NOW.plusSeconds(60)));
        assertThat(accounts.isGood("xa", issued)).isFalse();
        assertThat(accounts.isGood("xa", Instant.parse("2026-03-01T12:01:01Z"))).isTrue();
    }

    @Test
    void aTokenOfTheVerySecondOfAChangeEndsWithTheNextChange() {
        SystemClient reset = xa().reset(OTHER, NOW);

        assertThat(reset.tokensFrom()).isAfter(xa().tokensFrom());
        assertThat(reset.reset(ONE, NOW).tokensFrom()).isAfter(reset.tokensFrom());
    }

    @Test
    void whoIsEnabledAgainDoesNotGetBackWhatWasOpen() {
        Accounts accounts = Accounts.in(folder);
        Officer before = Officer.made("xa-officer", "xa", ONE, NOW);
        accounts.add(before);
        assertThat(accounts.isCurrent(before)).isTrue();

        accounts.changeOfficer("xa-officer", officer -> officer.enabled(false, NOW.plusSeconds(60)));
        assertThat(accounts.isGood("xa-officer", NOW.plusSeconds(90))).isFalse();
        accounts.changeOfficer("xa-officer", officer -> officer.enabled(true, NOW.plusSeconds(120)));

        assertThat(accounts.isCurrent(before)).isFalse();
        assertThat(accounts.isGood("xa-officer", before.tokensFrom())).isFalse();
        assertThat(accounts.isGood("xa-officer", NOW.plusSeconds(180))).isTrue();
    }

    @Test
    void whoIsUnknownHasNoGoodToken() {
        assertThat(Accounts.in(folder).isGood("xa", NOW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "id": "xa"           | "id": "xb"            | id: expected the name of the file, xa, found xb
                    "id": "xa"           | "id": 7               | id: expected a text, found a value of the kind NUMBER
                    "id": "xa",          | ''                    | id: expected a text, found nothing
                    "id": "xa",          | "id": "xa", "key": 1, | key: expected no such field, found one
                    "broker"             | "moon"                | scopes[]: expected one of [broker, registry, desk
                    registry-reader      | owner                 | roles[]: expected one of
                    2026-03-01T12:00:01Z | yesterday             | tokensFrom: expected a time such as 2026-01-31T12:
                    {bcrypt}             | {noop}                | secrets[0].hash: expected a hash: {bcrypt} followed
                    }                    | ''                    | content: expected one JSON object
                    """)
    void aFileThatIsWrongIsToldWithFieldAndWhatIsExpected(String right, String wrong, String told) throws IOException {
        Accounts.in(folder).add(xa());
        Path file = folder.resolve("clients/xa.json");
        String text = Files.readString(file).replace("\" : ", "\": ");
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong));

        assertThatThrownBy(() -> Accounts.in(folder))
                .isInstanceOf(InvalidAccountsException.class)
                .hasMessageContaining(file + ": " + told)
                .hasMessageNotContaining("aaaa");
    }

    @ParameterizedTest
    @CsvSource({"xa-fusion, xa, DESK", "xa-fusion, xa, IDENTITY", "xa-fusion, xa, OPERATIONS", "gate, , IDENTITY"})
    void onlyThePartysOwnPrincipalSpeaksForIt(String id, String party, AudienceScope scope) {
        assertThatThrownBy(() -> new SystemClient(
                        id, party, Set.of(scope), Set.of("registry-reader"), List.of(new ClientSecret(ONE, null)), NOW))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("scopes: expected one or more of [broker, registry] for this client");
    }

    private static SystemClient xa() {
        return client("xa", "xa");
    }

    private static SystemClient client(String id, String party) {
        return SystemClient.made(id, party, Set.of(AudienceScope.BROKER, AudienceScope.REGISTRY), ONE, NOW);
    }
}
