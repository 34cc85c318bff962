package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.heliograph.exchange.inbox.DeadLetter.Resolution;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.session.PlainBrowser.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of records that XA could not apply, as a browser without scripts sees it. */
class LetterPagesTest {

    private static final String LETTERS = "/desk/letters";
    private static final long ID = 1_234;
    private static final Map<String, String> REASON = Map.of("reason", "a time in it <b>cannot</b> be stored");

    private static TwoDesks desks;
    private LettersInMemory letters;
    private PlainBrowser xa;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void signIn() {
        letters = desks.xa.bean(LettersInMemory.class);
        desks.identity.signIns().are("xa", "xa-duty-officer");
        xa = new PlainBrowser(desks.xa.address(), "en");
    }

    @AfterEach
    void clear() {
        xa.close();
        letters.clear();
    }

    @Test
    void isNamedUnderMyWorkWhileSomethingWaits() {
        assertThat(xa.get("/desk").body()).doesNotContain(LETTERS);
        assertThat(xa.get(LETTERS).body()).contains("Nothing waits");
        letters.put(ID, "unodc");

        assertThat(xa.get("/desk").body()).contains(LETTERS, "Records that could not be applied: 1");
        assertThat(xa.get(LETTERS).body()).contains("Letter 1234", "DataIntegrityViolationException", "Give it back");
    }

    @Test
    void givesALetterBackForAReasonAlone() {
        letters.put(ID, "unodc");
        Page page = xa.get(LETTERS);

        Page without = xa.post(page, LETTERS + "/" + ID + "/RETURN", Map.of("reason", " "));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("Say why, in 1 to 500 characters");
        assertThat(resolution()).isNull();

        Page with = xa.post(page, LETTERS + "/" + ID + "/RETURN", REASON);
        assertThat(with.status()).isEqualTo(200);
        assertThat(with.body()).contains("It was given back");
        assertThat(resolution()).isEqualTo(Resolution.RETURNED);
    }

    @Test
    void saysThatTheOriginatorMayNotBeTold() {
        letters.put(ID, LettersInMemory.MAY_NOT_BE_TOLD);

        Page refused = xa.post(xa.get(LETTERS), LETTERS + "/" + ID + "/RETURN", REASON);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("would not let its originator know");
        assertThat(resolution()).isNull();
    }

    @Test
    void givesALetterUpWithASecondPerson() {
        letters.put(ID, "unodc");
        Page proposed = xa.post(xa.get(LETTERS), LETTERS + "/" + ID + "/DISCARD", REASON);
        assertThat(proposed.body())
                .contains("A second person has to agree now", "xa-duty-officer wants to give it up", "&lt;b&gt;")
                .doesNotContain("Agree to give it up");
        assertThat(xa.post(proposed, LETTERS + "/" + ID + "/CONFIRM", Map.of()).status())
                .isEqualTo(409);

        desks.identity.signIns().are("xa", "xa-second-officer");
        try (PlainBrowser second = new PlainBrowser(desks.xa.address(), "en")) {
            Page seen = second.get(LETTERS);
            assertThat(seen.body()).contains("Agree to give it up");
            assertThat(second.post(seen, LETTERS + "/" + ID + "/CONFIRM", Map.of())
                            .body())
                    .contains("It was given up");
        }
        assertThat(resolution()).isEqualTo(Resolution.DISCARDED);
    }

    @Test
    void saysWhatStillFailsAndWhatIsSettledAlready() {
        letters.put(ID, "unodc");
        Page page = xa.get(LETTERS);

        assertThat(xa.post(page, LETTERS + "/" + ID + "/RETRY", Map.of()).body())
                .contains("still cannot be applied");
        assertThat(xa.post(page, LETTERS + "/" + ID + "/RETURN", REASON).status())
                .isEqualTo(200);
        Page late = xa.post(page, LETTERS + "/" + ID + "/RETRY", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("It is settled already");
        assertThat(xa.post(page, LETTERS + "/77/RETRY", Map.of()).status()).isEqualTo(404);
        assertThat(xa.post(page, LETTERS + "/" + ID + "/BURN", Map.of()).status())
                .isIn(400, 404);
    }

    private @Nullable Resolution resolution() {
        return letters.find(ID)
                .flatMap(letter -> Optional.ofNullable(letter.resolution()))
                .orElse(null);
    }
}
