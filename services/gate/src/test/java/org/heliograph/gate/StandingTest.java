package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.CoopRequest;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that ends, and a party that is suspended. */
class StandingTest {

    @TempDir
    private Path folder;

    private final Platform platform = new Platform();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(1_000_000));

    @Test
    void takesAKeyUntilItsEndAndNoLonger() {
        Policy ending = platform.policy()
                .with(
                        Platform.registered(),
                        platform.policy().signingKeys().stream()
                                .map(key -> new SigningKey(key.party(), key.kid(), key.jwk(), Optional.of(Events.AT)))
                                .toList());
        byte[] dispatch = platform.dispatch(6, Events.request("xa"), "unodc");

        Ruling within = judge.examine(GatePolicy.of(ending), "xa", Events.AT.minusMillis(1), dispatch);
        Ruling atTheEnd = judge.examine(GatePolicy.of(ending), "xa", Events.AT, dispatch);

        assertThat(within).isInstanceOf(Ruling.Released.class);
        assertThat(atTheEnd).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo(Rule.SIGNATURE);
            assertThat(refused.refusal().reason()).contains("the key xa-1 of 'xa' ended at " + Events.AT);
        });
    }

    @Test
    void takesTheNewKeyWhenTheOldOneHasEnded() {
        ECKey next = Platform.key("xa-2");
        List<SigningKey> keys = platform.policy().signingKeys().stream()
                .map(key -> new SigningKey(key.party(), key.kid(), key.jwk(), Optional.of(Events.AT)))
                .collect(Collectors.toCollection(ArrayList::new));
        keys.add(new SigningKey("xa", "xa-2", next.toPublicJWK().toJSONString(), Optional.empty()));
        GatePolicy rotated = GatePolicy.of(platform.policy().with(Platform.registered(), keys));
        CoopRequest request = Events.request("xa");
        byte[] dispatch =
                platform.dispatch(6, Platform.wire(request), Platform.sign(request, new EventSigner(next)), "unodc");

        assertThat(judge.examine(rotated, "xa", Events.AT, dispatch)).isInstanceOf(Ruling.Released.class);
    }

    @Test
    void refusesASuspendedPartyOnlyAfterItHasProvenThatTheOfferIsItsOwn() throws Exception {
        Policy suspended = PolicyCompiler.compile(suspendedIn(folder))
                .with(Platform.registered(), platform.policy().signingKeys());
        CoopRequest request = Events.request("xa");
        String forged = Platform.sign(request, platform.signer("xb"));

        assertThat(ruleOf(suspended, platform.dispatch(6, request, "unodc"))).isEqualTo(Rule.SUSPENDED);
        assertThat(ruleOf(suspended, platform.dispatch(6, Platform.wire(request), forged, "unodc")))
                .isEqualTo(Rule.SIGNATURE);
    }

    private Rule ruleOf(Policy policy, byte[] value) {
        return judge.examine(GatePolicy.of(policy), "xa", Events.AT, value) instanceof Ruling.Refused refused
                ? refused.refusal().rule()
                : fail("released");
    }

    /** The reviewed policy, with XA suspended. */
    private static Path suspendedIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../../deploy/policy"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Files.writeString(
                        folder.resolve(String.valueOf(file.getFileName())),
                        Files.readString(file)
                                .replace("systems: [xa-fusion]\n", "systems: [xa-fusion]\n    suspended: true\n"));
            }
        }
        return folder;
    }
}
