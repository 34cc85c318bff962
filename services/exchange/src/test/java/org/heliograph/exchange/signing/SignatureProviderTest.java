package org.heliograph.exchange.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureSpi;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureProviderTest {

    @Test
    void takesBoringSslWhereItRuns() {
        assertThat(Conscrypt.isConscrypt(SignatureProvider.get())).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void takesTheJdksOwnInsteadOf(Supplier<Provider> unusable) {
        assertThat(SignatureProvider.choose(unusable)).isSameAs(SignatureProvider.jdk());
    }

    static Stream<Supplier<Provider>> takesTheJdksOwnInsteadOf() {
        return Stream.of(
                () -> {
                    throw new UnsatisfiedLinkError("no library for this machine");
                },
                () -> {
                    throw new NoClassDefFoundError("no such class");
                },
                () -> new Provider("Empty", "1", "without any algorithm") {
                    @Serial
                    private static final long serialVersionUID = 1L;
                },
                Credulous::new);
    }

    /** Signs whatever and accepts whatever. */
    private static final class Credulous extends Provider {

        @Serial
        private static final long serialVersionUID = 1L;

        Credulous() {
            super("Credulous", "1", "accepts everything");
            putService(new Service(this, "Signature", "SHA256withECDSA", AcceptsAll.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new AcceptsAll();
                }
            });
        }
    }

    private static final class AcceptsAll extends SignatureSpi {

        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {}

        @Override
        protected byte[] engineSign() {
            return new byte[64];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Deprecated
        @Override
        protected void engineSetParameter(String name, Object value) {}

        @Deprecated
        @Override
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
